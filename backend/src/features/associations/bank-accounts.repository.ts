import type { Db } from '@qafila/db';

export type BankAccountRow = { id: string; bankName: string; holder: string; number: string; addedAt: Date };

export async function bankAccountsOf(db: Db, associationId: string): Promise<BankAccountRow[]> {
  return await db('association_bank_accounts')
    .where({ association_id: associationId })
    .orderBy(['added_at', 'id'])
    .select({
      id: 'id',
      bankName: 'bank_name',
      holder: 'holder',
      number: 'account_number',
      addedAt: 'added_at',
    });
}

export async function insertBankAccount(db: Db, associationId: string, it: BankAccountRow): Promise<void> {
  await db('association_bank_accounts').insert({
    id: it.id,
    association_id: associationId,
    bank_name: it.bankName,
    holder: it.holder,
    account_number: it.number,
    added_at: it.addedAt,
  });
}

/** False when the association has no such account. */
export async function deleteBankAccount(db: Db, associationId: string, id: string): Promise<boolean> {
  return (await db('association_bank_accounts').where({ id, association_id: associationId }).del()) === 1;
}
