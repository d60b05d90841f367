import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

/** A citizen as they are kept. */
export type StoredPerson = {
  fullName: string;
  phone: string;
  request: string;
  basisNote: string;
  nationalIdHash: Buffer | null;
  nationalIdTail: string | null;
};

const COLUMNS: Readonly<Record<keyof StoredPerson, string>> = {
  fullName: 'full_name',
  phone: 'phone',
  request: 'request',
  basisNote: 'basis_note',
  nationalIdHash: 'national_id_hash',
  nationalIdTail: 'national_id_tail',
};

export async function insertPerson(db: Db, referralId: string, person: StoredPerson): Promise<void> {
  await db('referral_people').insert({ referral_id: referralId, ...toColumns(person) });
}

export async function changePerson(db: Db, referralId: string, change: Patch<StoredPerson>): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db('referral_people').where({ referral_id: referralId }).update(toColumns(change));
}

function toColumns(fields: Patch<StoredPerson>): Record<string, unknown> {
  const known = Object.entries(fields) as [keyof StoredPerson, unknown][];
  return Object.fromEntries(known.map(([field, value]) => [COLUMNS[field], value]));
}

export async function personOf(db: Db, referralId: string): Promise<StoredPerson | undefined> {
  return await db('referral_people').where({ referral_id: referralId }).first(COLUMNS);
}

/** What was written with the steps of a case; `only`: with those of one association's time with it. */
export async function notesOf(
  db: Db,
  referralId: string,
  only: string | null,
): Promise<{ stepId: number; note: string }[]> {
  return await db('referral_steps')
    .where({ referral_id: referralId, ...(only !== null && { association_id: only }) })
    .whereNot({ note: '' })
    .orderBy('id')
    .select({ stepId: 'id', note: 'note' });
}

export async function helpTextsOf(
  db: Db,
  referralId: string,
  only: string | null,
): Promise<{ helpId: string; note: string; descriptions: string[] }[]> {
  const { rows } = await db.raw(
    `SELECT h.id AS "helpId", h.note,
            coalesce((SELECT json_agg(l.description ORDER BY l.ordinal) FROM referral_help_lines l
                      WHERE l.help_id = h.id), '[]') AS descriptions
     FROM referral_help h
     WHERE h.referral_id = :referralId AND (h.association_id = :only OR :only::uuid IS NULL)
     ORDER BY h.given_on, h.id`,
    { referralId, only },
  );
  return rows;
}

/** Everything that somebody typed about these citizens is gone; what is left counts and names nobody. */
export async function forgetPeople(db: Db, referralIds: readonly string[], at: Date): Promise<void> {
  const values = { ids: [...referralIds], at };
  await db.raw('DELETE FROM referral_people WHERE referral_id = ANY(CAST(:ids AS uuid[]))', values);
  await db.raw(
    `UPDATE referral_steps SET note = '' WHERE note <> '' AND referral_id = ANY(CAST(:ids AS uuid[]))`,
    values,
  );
  await db.raw(
    `UPDATE referral_help_lines SET description = '' WHERE description <> '' AND help_id IN
       (SELECT id FROM referral_help WHERE referral_id = ANY(CAST(:ids AS uuid[])))`,
    values,
  );
  await db.raw(
    `UPDATE referral_help SET note = '' WHERE note <> '' AND referral_id = ANY(CAST(:ids AS uuid[]))`,
    values,
  );
  await db.raw(
    `UPDATE referrals SET erased_at = :at, changed_at = :at, version = version + 1
     WHERE id = ANY(CAST(:ids AS uuid[]))`,
    values,
  );
}
