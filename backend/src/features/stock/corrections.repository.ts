import type { CorrectionKind } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';

export type CorrectionRow = {
  id: string;
  code: string;
  accountId: number;
  kind: CorrectionKind;
  quantity: number;
  reason: string;
};

/** What never changes of a site's account of a lot. */
export type Shelf = { accountId: number; siteId: string; lotId: string; pledgeId: string };

export async function shelfById(db: Db, accountId: number): Promise<Shelf | undefined> {
  return await db('accounts as a')
    .join('lots as l', 'l.id', 'a.lot_id')
    .where({ 'a.id': accountId, 'a.kind': 'site' })
    .first({ accountId: 'a.id', siteId: 'a.site_id', lotId: 'l.id', pledgeId: 'l.pledge_id' });
}

/** What no manifest has allotted, with the account locked to the end of the transaction. */
export async function lockFree(db: Db, accountId: number): Promise<number> {
  const account: { balance: number; allotted: number } | undefined = await db('accounts')
    .where({ id: accountId })
    .forUpdate()
    .first('balance', 'allotted');
  return account ? account.balance - account.allotted : 0;
}

export async function correctionById(db: Db, id: string): Promise<CorrectionRow | undefined> {
  return await db('stock_corrections').where({ id }).first({
    id: 'id',
    code: 'code',
    accountId: 'account_id',
    kind: 'kind',
    quantity: 'quantity',
    reason: 'reason',
  });
}

/** Answers the correction's code. */
export async function insertCorrection(
  db: Db,
  correction: Omit<CorrectionRow, 'code'> & { madeBy: string; madeAt: Date },
): Promise<string> {
  const code = await nextCode(db, 'SC', 4);
  await db('stock_corrections').insert({
    id: correction.id,
    code,
    account_id: correction.accountId,
    kind: correction.kind,
    quantity: correction.quantity,
    reason: correction.reason,
    made_by: correction.madeBy,
    made_at: correction.madeAt,
  });
  return code;
}
