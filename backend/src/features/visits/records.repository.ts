import type { Db } from '@qafila/db';
import type { Content, KeptRecord } from './records.ts';

type NewRecord = { id: string; at: Date } & Content;

/** Records known before are left as they are. */
export async function insertRecords(
  db: Db,
  visitId: string,
  records: readonly NewRecord[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ id, at: madeAt, kind, ...content }) => ({
    visit_id: visitId,
    id,
    kind,
    at: madeAt,
    author_id: by,
    received_at: at,
    content: JSON.stringify(content),
  }));
  await db('visit_records').insert(rows).onConflict(['visit_id', 'id']).ignore();
}

export async function knownRecords(db: Db, visitId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await db('visit_records')
    .where({ visit_id: visitId })
    .whereRaw('id = ANY(CAST(? AS uuid[]))', [[...ids]])
    .select('id');
  return new Set(rows.map(({ id }) => id));
}

type RecordRow = Pick<KeptRecord, 'id' | 'kind' | 'at' | 'byName'> & { visitId: string; content: object };

export async function recordsOf(db: Db, visitIds: readonly string[]): Promise<Map<string, KeptRecord[]>> {
  const { rows } = await db.raw<{ rows: RecordRow[] }>(
    `SELECT r.visit_id AS "visitId", r.id, r.kind, r.at, u.name AS "byName", r.content
     FROM visit_records r JOIN users u ON u.id = r.author_id
     WHERE r.visit_id = ANY(CAST(:visitIds AS uuid[]))`,
    { visitIds },
  );
  const byVisit = new Map<string, KeptRecord[]>(visitIds.map((id) => [id, []]));
  for (const { visitId, content, ...record } of rows) {
    byVisit.get(visitId)?.push({ ...record, ...content } as KeptRecord);
  }
  return byVisit;
}
