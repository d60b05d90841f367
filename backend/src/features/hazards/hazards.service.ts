import { randomUUID } from 'node:crypto';
import type { createHazard, Hazard, HazardOnRoute, listHazards, RouteLine } from '@qafila/contract';
import { boxAround, measured, nearestToArea } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Announcement, Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { activeCampaignIds } from '../campaigns/index.ts';
import {
  endHazardRow,
  type HazardRow,
  insertHazards,
  lockHazard,
  selectHazards,
  selectHazardsIn,
} from './hazards.repository.ts';

type Period = z.output<typeof listHazards.query>;
type Drawn = z.output<typeof createHazard.body>;

export async function hazardsOf(ctx: Context, { from, to }: Period): Promise<Hazard[]> {
  const until = to === undefined ? ctx.now() : new Date(to);
  const rows = await selectHazards(ctx.db, from === undefined ? until : new Date(from), until);
  return rows.map(toHazard);
}

export async function draw(ctx: Context, drawn: Drawn): Promise<Hazard> {
  const hazard = {
    ...drawn,
    id: randomUUID(),
    source: 'drawn' as const,
    externalKey: null,
    validFrom: new Date(drawn.validFrom),
    validTo: new Date(drawn.validTo),
    frpMw: null,
    confidencePct: null,
    endReason: '',
  };
  await insertHazards(ctx.db, [hazard], { by: ctx.actor.userId, at: ctx.now() });
  await tellCampaigns(ctx.db, ctx.announce);
  const { externalKey: _, ...row } = hazard;
  await audit(ctx, { action: 'hazard.drawn', subjectType: 'hazard', subjectId: hazard.id });
  return toHazard(row);
}

/** @throws {Refusal} `transition_not_allowed` when it is over already */
export async function end(ctx: Context, id: string, reason: string): Promise<Hazard> {
  const hazard = await lockHazard(ctx.db, id);
  if (!hazard) throw new Refusal('not_found');
  const now = ctx.now();
  if (hazard.validTo <= now || hazard.endReason !== '') throw new Refusal('transition_not_allowed');
  await endHazardRow(ctx.db, id, { by: ctx.actor.userId, at: now, reason });
  await tellCampaigns(ctx.db, ctx.announce);
  await audit(ctx, { action: 'hazard.ended', subjectType: 'hazard', subjectId: id, reason });
  const validTo = hazard.validFrom > now ? hazard.validFrom : now;
  return toHazard({ ...hazard, validTo, endReason: reason });
}

/** What is valid at `now` within so many kilometres of a way; the one that comes first along it, first. */
export async function hazardsOnRoute(
  db: Db,
  line: RouteLine,
  withinKm: number,
  now: Date,
): Promise<HazardOnRoute[]> {
  if (line.length === 0) return [];
  const withinM = withinKm * 1000;
  const rows = await selectHazardsIn(db, boxAround(line, withinM), now);
  const way = measured(line);
  return rows
    .flatMap((row) => {
      const near = nearestToArea(way, row.area, withinM);
      if (!near) return [];
      const { distanceM, alongM } = near;
      return [{ hazard: toHazard(row), distanceM: Math.round(distanceM), alongM: Math.round(alongM) }];
    })
    .sort((a, b) => a.alongM - b.alongM || a.distanceM - b.distanceM);
}

/** A fire is no one campaign's: whoever has a convoy on the road hears of it. */
export async function tellCampaigns(db: Db, announce: (it: Announcement) => void): Promise<void> {
  for (const campaignId of await activeCampaignIds(db)) {
    announce({ kind: 'campaignChanged', campaignId, topics: ['hazards', 'convoys'] });
  }
}

export function toHazard({ validFrom, validTo, ...row }: HazardRow): Hazard {
  return { ...row, validFrom: validFrom.toISOString(), validTo: validTo.toISOString() };
}
