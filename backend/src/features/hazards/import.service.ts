import { randomUUID } from 'node:crypto';
import { boxOfArea, HAZARD_REGION, type HazardImport, type importHazards, LIMITS } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { readCap } from './cap.ts';
import { looksLikeFirms, readFirms } from './firms.ts';
import { readGeoJson } from './geojson.ts';
import {
  endHazardRows,
  insertHazards,
  knownKeys,
  type NewHazard,
  openUnderKeys,
} from './hazards.repository.ts';
import { tellCampaigns, toHazard } from './hazards.service.ts';
import { type ReadHazard, type Reading, type ReadingOptions, unreadable } from './parsing.ts';

type Asked = z.output<typeof importHazards.body>;
type StoreOptions = { readonly by: string | null; readonly now: Date; readonly dryRun: boolean };

/** Of the alert that replaced it, where no person says why. */
const SUPERSEDED = 'CAP';

export async function importFile(ctx: Context, { text, validTo, dryRun }: Asked): Promise<HazardImport> {
  const now = ctx.now();
  const reading = readFile(text, { now, validTo: validTo === undefined ? undefined : new Date(validTo) });
  const result = await store(ctx.db, reading, { by: ctx.actor.userId || null, now, dryRun });
  if (dryRun || result.added + result.ended === 0) return result;
  await tellCampaigns(ctx.db, ctx.announce);
  const { format, added, known, left, ended, refused } = result;
  await audit(ctx, {
    action: 'hazard.imported',
    subjectType: 'hazard',
    subjectId: null,
    detail: { format, added, known, left, ended, refused },
  });
  return result;
}

/** A file tells by its first character what it is. */
export function readFile(text: string, options: ReadingOptions): Reading {
  const file = text.replace(/^\uFEFF/, '').trim();
  if (file.includes('\0')) return unreadable(null, 'text', 'forbidden_characters');
  if (/^[{[]/.test(file)) return readGeoJson(file, options);
  if (file.startsWith('<')) return readCap(file, options);
  if (looksLikeFirms(file)) return readFirms(file, options);
  return unreadable(null, 'text', 'unknown_format');
}

/** Stores what is new of a reading, and ends what it replaces; with `dryRun`, only says so. */
export async function store(
  db: Db,
  reading: Reading,
  { by, now, dryRun }: StoreOptions,
): Promise<HazardImport> {
  const wanted = once(reading.hazards.filter((it) => isWanted(it, now)));
  const known = await knownKeys(
    db,
    wanted.map((it) => it.externalKey),
  );
  const fresh = wanted.filter((it) => !known.has(it.externalKey)).map(withId);
  const replaced = reading.errors.length > 0 ? [] : await openUnderKeys(db, reading.supersedes, now);
  if (!dryRun) await endHazardRows(db, replaced, { by, at: now, reason: SUPERSEDED });
  const added = dryRun ? new Set(fresh.map((it) => it.id)) : await insertHazards(db, fresh, { by, at: now });
  const unwanted = reading.hazards.filter((it) => !isWanted(it, now)).length;
  return {
    format: reading.format,
    added: added.size,
    known: reading.hazards.length - unwanted - added.size,
    left: reading.left + unwanted,
    ended: replaced.length,
    refused: reading.errors.length,
    errors: reading.errors.slice(0, LIMITS.hazardErrorsListed),
    hazards: fresh
      .filter((it) => added.has(it.id))
      .slice(0, LIMITS.hazardsListed)
      .map(({ externalKey: _, ...row }) => toHazard({ ...row, endReason: '' })),
  };
}

function isWanted({ area, validTo }: ReadHazard, now: Date): boolean {
  const { south, west, north, east } = boxOfArea(area);
  const isOnMap =
    north >= HAZARD_REGION.south &&
    south <= HAZARD_REGION.north &&
    east >= HAZARD_REGION.west &&
    west <= HAZARD_REGION.east;
  return isOnMap && validTo > now;
}

function once(hazards: readonly ReadHazard[]): ReadHazard[] {
  return [...new Map(hazards.map((it) => [it.externalKey, it])).values()];
}

function withId(hazard: ReadHazard): NewHazard {
  return { ...hazard, id: randomUUID() };
}
