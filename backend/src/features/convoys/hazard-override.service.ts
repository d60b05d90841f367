import type { Convoy, HazardOnRoute } from '@qafila/contract';
import { convoyLifecycle, wayOf } from '@qafila/contract';
import type { AuditEntry } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { roadM } from '../alerts/index.ts';
import { alertRulesOf } from '../campaigns/index.ts';
import { hazardsOnRoute } from '../hazards/index.ts';
import type { LockedConvoy } from './convoys.repository.ts';
import { setHazardOverride } from './hazard-override.repository.ts';

/** Near the way that a convoy is about to take, as the campaign's rules say near. On the way, alerts tell what is ahead. */
export async function hazardsAhead(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { campaignId, status, stops, departedAt }: Pick<Convoy, 'campaignId' | 'status' | 'stops' | 'departedAt'>,
): Promise<HazardOnRoute[]> {
  if (departedAt !== null || convoyLifecycle.isTerminal(status)) return [];
  const { hazardKm } = await alertRulesOf(db, campaignId);
  const way = wayOf(stops);
  const near = await hazardsOnRoute(db, way.line, hazardKm, now());
  return near.map((it) => ({ ...it, alongM: roadM(way, it.alongM) }));
}

/**
 * Departing past hazards is somebody's own decision, with a reason; it is kept with the convoy, and the answer goes
 * into the audit.
 * @throws {Refusal} `hazard_on_route` when nobody has decided
 */
export async function decideOnHazards(
  ctx: Context,
  convoy: LockedConvoy,
  hazards: readonly HazardOnRoute[],
  { throughHazard, reason }: { throughHazard: boolean; reason: string },
): Promise<NonNullable<AuditEntry['detail']>> {
  const [first] = hazards;
  if (!first) return {};
  const nearest = hazards.reduce((least, it) => (it.distanceM < least.distanceM ? it : least), first);
  if (!throughHazard) {
    throw new Refusal('hazard_on_route', undefined, {
      values: { count: hazards.length, nearestM: nearest.distanceM, nearest: nearest.hazard.name },
    });
  }
  await setHazardOverride(ctx.db, convoy.id, {
    at: ctx.now().toISOString(),
    byName: ctx.actor.name,
    reason,
    hazards: hazards.map(({ hazard: { id, source, name }, distanceM, alongM }) => ({
      id,
      source,
      name,
      distanceM,
      alongM,
    })),
  });
  return {
    throughHazards: hazards.length,
    nearestM: nearest.distanceM,
    hazardIds: hazards.map(({ hazard }) => hazard.id).join(' '),
  };
}
