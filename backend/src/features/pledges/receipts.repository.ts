import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';

export type ReceiptRow = {
  id: string;
  code: string;
  lotCode: string;
  pledgeId: string;
  siteId: string;
  quantity: number;
  overQuantity: number;
  note: string;
  expiresOn: string | null;
  receivedAt: Date;
};

export async function receiptById(db: Db, id: string): Promise<ReceiptRow | undefined> {
  return await db('receipts as r').join('lots as l', 'l.id', 'r.lot_id').where('r.id', id).first({
    id: 'r.id',
    code: 'r.code',
    lotCode: 'l.code',
    pledgeId: 'r.pledge_id',
    siteId: 'r.site_id',
    quantity: 'r.quantity',
    overQuantity: 'r.over_quantity',
    note: 'r.note',
    expiresOn: 'l.expires_on',
    receivedAt: 'r.received_at',
  });
}

/** Writes the receipt and the lot it makes; the goods themselves move in the ledger. */
export async function insertReceipt(
  db: Db,
  receipt: Pick<ReceiptRow, 'id' | 'pledgeId' | 'siteId' | 'quantity' | 'overQuantity' | 'note'> & {
    receivedAt: string;
    countedBy: string;
  },
  lot: { id: string; campaignId: string; associationId: string; itemId: string; expiresOn: string | null },
): Promise<void> {
  await db('lots').insert({
    id: lot.id,
    code: await nextCode(db, 'L', 4),
    campaign_id: lot.campaignId,
    association_id: lot.associationId,
    pledge_id: receipt.pledgeId,
    item_id: lot.itemId,
    expires_on: lot.expiresOn,
  });
  await db('receipts').insert({
    id: receipt.id,
    code: await nextCode(db, 'RC', 4),
    pledge_id: receipt.pledgeId,
    lot_id: lot.id,
    site_id: receipt.siteId,
    quantity: receipt.quantity,
    over_quantity: receipt.overQuantity,
    note: receipt.note,
    counted_by: receipt.countedBy,
    received_at: receipt.receivedAt,
  });
}
