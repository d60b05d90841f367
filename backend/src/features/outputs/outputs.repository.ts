import type { Output, OutputStep } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type OutputRow = Omit<Output, 'association' | 'recordedAt'> & {
  associationId: string;
  recordedAt: Date;
};
export type OutputCounts = Pick<Output, 'quantity' | 'people' | 'households'>;
export type OutputEntry = OutputCounts &
  Pick<Output, 'id' | 'campaignId' | 'day' | 'governorateCode' | 'kind' | 'note'> & { associationId: string };
export type OutputFilter = {
  associationId?: string | undefined;
  governorateCode?: string | undefined;
  kind?: string | undefined;
  day?: string | undefined;
};

const ENTRY = `
  SELECT o.id, o.campaign_id AS "campaignId", o.association_id AS "associationId", o.day,
         o.governorate_code AS "governorateCode", o.kind, o.quantity, o.people, o.households, o.note, o.version,
         o.recorded_at AS "recordedAt", u.name AS "recordedByName"
  FROM outputs o JOIN users u ON u.id = o.recorded_by`;

/** Newest day first, after `after` of the page before. `only`: the association that asks; null for all. */
export async function outputsOf(
  db: Db,
  campaignId: string,
  filter: OutputFilter,
  {
    only,
    after,
    limit,
  }: { only: string | null; after: { day: string; id: string } | undefined; limit: number },
): Promise<OutputRow[]> {
  const { rows } = await db.raw<{ rows: OutputRow[] }>(
    `${ENTRY}
     WHERE o.campaign_id = :campaignId
       AND (o.association_id = :only OR :only::uuid IS NULL)
       AND (o.association_id = :associationId OR :associationId::uuid IS NULL)
       AND (o.governorate_code = :governorateCode OR :governorateCode::text IS NULL)
       AND (o.kind = :kind OR :kind::text IS NULL)
       AND (o.day = :day OR :day::date IS NULL)
       AND (:afterDay::date IS NULL OR (o.day, o.id) < (:afterDay::date, :afterId::uuid))
     ORDER BY o.day DESC, o.id DESC
     LIMIT :limit`,
    {
      campaignId,
      only,
      limit,
      associationId: filter.associationId ?? null,
      governorateCode: filter.governorateCode ?? null,
      kind: filter.kind ?? null,
      day: filter.day ?? null,
      afterDay: after?.day ?? null,
      afterId: after?.id ?? null,
    },
  );
  return rows;
}

/** `only`: the association that asks; null for all. */
export async function outputById(db: Db, id: string, only: string | null): Promise<OutputRow | undefined> {
  const { rows } = await db.raw<{ rows: OutputRow[] }>(
    `${ENTRY} WHERE o.id = :id AND (o.association_id = :only OR :only::uuid IS NULL)`,
    { id, only },
  );
  return rows[0];
}

type By = { at: Date; userId: string };

export async function insertOutput(db: Db, entry: OutputEntry, by: By): Promise<void> {
  await db('outputs').insert({
    id: entry.id,
    campaign_id: entry.campaignId,
    association_id: entry.associationId,
    day: entry.day,
    governorate_code: entry.governorateCode,
    kind: entry.kind,
    quantity: entry.quantity,
    people: entry.people,
    households: entry.households,
    note: entry.note,
    recorded_at: by.at,
    recorded_by: by.userId,
  });
  await insertStep(db, entry.id, { ...entry, reason: '' }, by);
}

/** False when the entry is not, or no longer, at `version`. */
export async function changeOutput(
  db: Db,
  id: string,
  version: number,
  given: OutputCounts & { note: string; reason: string },
  by: By,
): Promise<boolean> {
  const changed = await db('outputs')
    .where({ id, version })
    .update({
      quantity: given.quantity,
      people: given.people,
      households: given.households,
      note: given.note,
      recorded_at: by.at,
      recorded_by: by.userId,
      version: version + 1,
    });
  if (changed === 1) await insertStep(db, id, given, by);
  return changed === 1;
}

async function insertStep(
  db: Db,
  outputId: string,
  step: OutputCounts & { reason: string },
  by: By,
): Promise<void> {
  await db('output_steps').insert({
    output_id: outputId,
    at: by.at,
    actor_id: by.userId,
    quantity: step.quantity,
    people: step.people,
    households: step.households,
    reason: step.reason,
  });
}

/** Newest first. */
export async function stepsOf(db: Db, outputId: string): Promise<(Omit<OutputStep, 'at'> & { at: Date })[]> {
  const { rows } = await db.raw<{ rows: (Omit<OutputStep, 'at'> & { at: Date })[] }>(
    `SELECT s.id, s.at, u.name AS "actorName", s.quantity, s.people, s.households, s.reason
     FROM output_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.output_id = :outputId ORDER BY s.id DESC`,
    { outputId },
  );
  return rows;
}
