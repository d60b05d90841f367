import { Locale, Role, type SessionUser } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type Account = { user: SessionUser; passwordHash: string; isDisabled: boolean };

const ACCOUNT_COLUMNS = [
  'users.id',
  'users.email',
  'users.name',
  'users.role',
  'users.locale',
  'users.password_hash',
  'users.disabled_at',
  'users.association_id',
  'associations.name_ar',
  'associations.name_en',
];

export async function findAccount(
  db: Db,
  by: { id: string } | { email: string },
): Promise<Account | undefined> {
  const row = await db('users')
    .leftJoin('associations', 'associations.id', 'users.association_id')
    .where('id' in by ? { 'users.id': by.id } : { 'users.email': by.email })
    .first(ACCOUNT_COLUMNS);
  if (!row) return undefined;
  return {
    user: {
      id: row.id,
      email: row.email,
      name: row.name,
      role: Role.parse(row.role),
      association: row.association_id
        ? { id: row.association_id, nameAr: row.name_ar, nameEn: row.name_en }
        : null,
      locale: Locale.parse(row.locale),
    },
    passwordHash: row.password_hash,
    isDisabled: row.disabled_at !== null,
  };
}

export async function setPassword(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db('users').where('id', userId).update({ password_hash: passwordHash });
}

export async function setAccount(
  db: Db,
  userId: string,
  change: { name?: string | undefined; locale?: Locale | undefined },
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  if (given.length > 0) await db('users').where('id', userId).update(Object.fromEntries(given));
}
