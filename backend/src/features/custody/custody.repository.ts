import type { Db } from '@qafila/db';
import { type AccountColumns, accountKey, type DocumentType } from './holders.ts';

export type Account = AccountColumns & { id: number };

/** A transfer as the ledger keeps it. */
export type Posting = {
  id: string;
  lot_id: string;
  source_account_id: number;
  destination_account_id: number;
  quantity: number;
  document_type: DocumentType;
  document_id: string;
  manifest_line_id: string | null;
};

const POSTING_COLUMNS = [
  'id',
  'lot_id',
  'source_account_id',
  'destination_account_id',
  'quantity',
  'document_type',
  'document_id',
  'manifest_line_id',
] as const;

/** Ids of the accounts by their key; opens those that are missing. */
export async function openAccounts(db: Db, wanted: AccountColumns[]): Promise<Map<string, number>> {
  const byKey = new Map(wanted.map((account) => [accountKey(account), account]));
  const known = await accountsOf(db, wanted);
  const missing = [...byKey].filter(([key]) => !known.has(key));
  if (missing.length === 0) return known;
  // In key order, for two who open the same accounts at once wait for each other in one direction.
  const rows = missing.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account);
  await db('accounts').insert(rows).onConflict().ignore();
  return await accountsOf(db, wanted);
}

async function accountsOf(db: Db, wanted: AccountColumns[]): Promise<Map<string, number>> {
  const lots = [...new Set(wanted.map((account) => account.lot_id))];
  const rows: Account[] = await db('accounts')
    .whereIn('lot_id', lots)
    .select('id', 'lot_id', 'kind', 'site_id', 'convoy_vehicle_id', 'stop_id', 'loss_reason');
  return new Map(rows.map((row) => [accountKey(row), row.id]));
}

/** Locks accounts to the end of the transaction, in id order: whoever moves goods takes them the same way round. */
export async function lockAccounts(db: Db, ids: Iterable<number>): Promise<void> {
  await db('accounts')
    .whereIn('id', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .select('id');
}

/** Writes the postings whose id is new, in their order, and answers how many those were. */
export async function insertPostings(
  db: Db,
  postings: (Posting & { actor_id: string; occurred_at: Date; recorded_at: Date })[],
): Promise<number> {
  const written = await db('transfers').insert(postings).onConflict('id').ignore().returning('id');
  return written.length;
}

export async function postingsById(db: Db, ids: string[]): Promise<Map<string, Posting>> {
  const rows: Posting[] = await db('transfers').whereIn('id', ids).select(POSTING_COLUMNS);
  return new Map(rows.map((row) => [row.id, row]));
}
