import { randomUUID } from 'node:crypto';
import { addDays, addDocument, type ObligationState } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { fixedId } from '@qafila/db/seeds';
import type { Client } from '../../testing/client.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A rule that is there from the beginning. */
export function typeId(key: string): string {
  return fixedId('obligation-type', key);
}

export type Given = { state?: ObligationState; type?: string; period?: string; graceDays?: number };

export async function addObligation(
  db: Db,
  it: Given & { associationId: string; dueOn: string },
): Promise<string> {
  const id = randomUUID();
  const state = it.state ?? 'due';
  const period = it.period ?? (await freePeriod(db, it.associationId, typeId(it.type ?? 'annual_report')));
  await db('obligations').insert({
    id,
    association_id: it.associationId,
    type_id: typeId(it.type ?? 'annual_report'),
    period,
    due_on: it.dueOn,
    overdue_from: addDays(it.dueOn, (it.graceDays ?? 0) + 1),
    state,
    opened_at: new Date('2026-01-01T00:00:00Z'),
    submitted_at: state === 'due' || state === 'waived' ? null : new Date('2026-01-02T00:00:00Z'),
  });
  return id;
}

/** The latest year before 2026 of which nothing is asked yet. */
async function freePeriod(db: Db, associationId: string, type: string): Promise<string> {
  const taken = await db('obligations')
    .where({ association_id: associationId, type_id: type })
    .pluck('period');
  let year = 2025;
  while (taken.includes(String(year))) year -= 1;
  return String(year);
}

/** A document in the association’s file; answers its id. */
export async function addPaper(client: Client, associationId: string): Promise<string> {
  const { body } = await client.call(addDocument, {
    params: { associationId },
    query: { name: 'التقرير', purpose: 'obligation' },
    body: PDF,
  });
  return body.id;
}
