import { type Box, boxOfArea, type Hazard, LIMITS } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type HazardRow = Omit<Hazard, 'validFrom' | 'validTo'> & { validFrom: Date; validTo: Date };
/** One that is not stored yet. `externalKey` is what its source calls it; null for what a person drew. */
export type NewHazard = Omit<HazardRow, 'endReason'> & { externalKey: string | null };
/** Who stored it; null when the server fetched it by itself. */
type Stored = { by: string | null; at: Date };

const COLUMNS = {
  id: 'id',
  source: 'source',
  severity: 'severity',
  name: 'name',
  note: 'note',
  area: 'area',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  frpMw: 'frp_mw',
  confidencePct: 'confidence_pct',
  endReason: 'end_reason',
} as const;
const ROWS_PER_INSERT = 1_000;

/** Valid at any time from `from` to `to`, newest first; an instant when both are the same. Never those never valid. */
export async function selectHazards(db: Db, from: Date, to: Date): Promise<HazardRow[]> {
  return await db('hazards')
    .where('valid_to', '>', from)
    .andWhere('valid_from', '<=', to)
    .andWhere('valid_from', '<', db.ref('valid_to'))
    .orderBy([
      { column: 'valid_from', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(LIMITS.hazardsListed)
    .select(COLUMNS);
}

/** Valid at `now`, and with a box that touches this one. */
export async function selectHazardsIn(db: Db, box: Box, now: Date): Promise<HazardRow[]> {
  return await db('hazards')
    .where('valid_to', '>', now)
    .andWhere('valid_from', '<=', now)
    .andWhere('south', '<=', box.north)
    .andWhere('north', '>=', box.south)
    .andWhere('west', '<=', box.east)
    .andWhere('east', '>=', box.west)
    .select(COLUMNS);
}

/** Locks it to the end of the transaction. */
export async function lockHazard(db: Db, id: string): Promise<HazardRow | undefined> {
  return await db('hazards').where({ id }).forUpdate().first(COLUMNS);
}

/** Answers the ids of those that were not known before. */
export async function insertHazards(
  db: Db,
  hazards: readonly NewHazard[],
  stored: Stored,
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let start = 0; start < hazards.length; start += ROWS_PER_INSERT) {
    const rows: { id: string }[] = await db('hazards')
      .insert(hazards.slice(start, start + ROWS_PER_INSERT).map((it) => columnsOf(it, stored)))
      .onConflict('external_key')
      .ignore()
      .returning('id');
    for (const { id } of rows) added.add(id);
  }
  return added;
}

export async function knownKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.raw<{ rows: { key: string }[] }>(
    'SELECT external_key AS key FROM hazards WHERE external_key = ANY (:keys)',
    { keys: [...keys] },
  );
  return new Set(rows.map(({ key }) => key));
}

type Ending = { by: string | null; at: Date; reason: string };

/** One that had not begun never will have been valid. */
export async function endHazardRow(db: Db, id: string, ending: Ending): Promise<void> {
  await db('hazards').where({ id }).update(endColumns(db, ending));
}

/** Ids of those still to be valid that came under one of these keys; a key's hazards are numbered after a `#`. */
export async function openUnderKeys(db: Db, keys: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM hazards
      WHERE source = 'cap' AND valid_to > :now AND split_part(external_key, '#', 1) = ANY (:keys)
      ORDER BY id FOR UPDATE`,
    { keys: [...keys], now },
  );
  return rows.map(({ id }) => id);
}

export async function endHazardRows(db: Db, ids: readonly string[], ending: Ending): Promise<void> {
  await db('hazards')
    .whereRaw('id = ANY(CAST(? AS uuid[]))', [[...ids]])
    .update(endColumns(db, ending));
}

function endColumns(db: Db, { by, at, reason }: Ending) {
  return {
    valid_to: db.raw('greatest(valid_from, ?::timestamptz)', [at]),
    ended_by: by,
    end_reason: reason,
  };
}

function columnsOf(hazard: NewHazard, { by, at }: Stored) {
  return {
    id: hazard.id,
    source: hazard.source,
    severity: hazard.severity,
    external_key: hazard.externalKey,
    name: hazard.name,
    note: hazard.note,
    area: JSON.stringify(hazard.area),
    ...boxOfArea(hazard.area),
    valid_from: hazard.validFrom,
    valid_to: hazard.validTo,
    frp_mw: hazard.frpMw,
    confidence_pct: hazard.confidencePct,
    created_by: by,
    created_at: at,
  };
}
