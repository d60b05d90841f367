import type { NamedRef, Person, Role } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';

type Dates<Keys extends string> = Record<Keys, Date | null>;
type PersonRow = Omit<Person, 'createdAt' | 'lastSeenAt' | 'disabledAt'> &
  Dates<'lastSeenAt' | 'disabledAt'> & { createdAt: Date };

export async function listPeople(db: Db): Promise<Person[]> {
  return await select(db, null);
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return (await select(db, id))[0];
}

async function select(db: Db, id: string | null): Promise<Person[]> {
  const { rows } = await db.raw<{ rows: PersonRow[] }>(
    `SELECT u.id, u.email, u.name, u.role, u.created_at AS "createdAt", u.last_seen_at AS "lastSeenAt",
            u.disabled_at AS "disabledAt",
            CASE WHEN a.id IS NOT NULL
              THEN ${namedRefSql('a')} END AS association
     FROM users u LEFT JOIN associations a ON a.id = u.association_id
     WHERE u.id = :id OR :id::uuid IS NULL
     ORDER BY u.name, u.id`,
    { id },
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
  }));
}

export async function renamePerson(db: Db, id: string, name: string): Promise<void> {
  await db('users').where({ id }).update({ name });
}

export async function setDisabled(db: Db, id: string, at: Date | null): Promise<void> {
  await db('users').where({ id }).update({ disabled_at: at });
}

/** Locks both accounts, in one order, to the end of the transaction; whether the first may still act. */
export async function holdAccounts(db: Db, actorId: string, otherId: string): Promise<boolean> {
  const held: { id: string; disabled_at: Date | null }[] = await db('users')
    .whereIn('id', [actorId, otherId])
    .orderBy('id')
    .forUpdate()
    .select('id', 'disabled_at');
  return held.some((account) => account.id === actorId && account.disabled_at === null);
}

export type NewPerson = {
  id: string;
  email: string;
  name: string;
  role: Role;
  association: NamedRef | null;
  passwordHash: string;
};

export async function insertPerson(db: Db, it: NewPerson, now: Date): Promise<void> {
  await db('users').insert({
    id: it.id,
    email: it.email,
    name: it.name,
    role: it.role,
    association_id: it.association?.id ?? null,
    password_hash: it.passwordHash,
    created_at: now,
  });
}

export async function hasPeople(db: Db): Promise<boolean> {
  return (await db('users').first('id')) !== undefined;
}

export async function hasEmail(db: Db, email: string): Promise<boolean> {
  return (await db('users').where({ email }).first('id')) !== undefined;
}
