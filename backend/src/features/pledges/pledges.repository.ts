import type { PledgeStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';

export type PledgeRow = {
  id: string;
  code: string;
  campaignId: string;
  associationId: string;
  itemId: string;
  needId: string | null;
  siteId: string;
  status: PledgeStatus;
  quantity: number;
  acceptedQuantity: number;
  receivedQuantity: number;
  cancelledQuantity: number;
  overQuantity: number;
  readyAt: Date;
  note: string;
  createdAt: Date;
  decidedAt: Date | null;
  version: number;
};

const COLUMNS = {
  id: 'id',
  code: 'code',
  campaignId: 'campaign_id',
  associationId: 'association_id',
  itemId: 'item_id',
  needId: 'need_id',
  siteId: 'site_id',
  status: 'status',
  quantity: 'quantity',
  acceptedQuantity: 'accepted_quantity',
  receivedQuantity: 'received_quantity',
  cancelledQuantity: 'cancelled_quantity',
  overQuantity: 'over_quantity',
  readyAt: 'ready_at',
  note: 'note',
  createdAt: 'created_at',
  decidedAt: 'decided_at',
  version: 'version',
};

/** A column filter for the one association the asker may see; all when null. */
function ownedBy(only: string | null): Record<string, string> {
  return only === null ? {} : { association_id: only };
}

/** Newest first. */
export async function pledgeRowsOf(
  db: Db,
  campaignId: string,
  { only, status }: { only: string | null; status: PledgeStatus | undefined },
): Promise<PledgeRow[]> {
  return await db('pledges')
    .where({ campaign_id: campaignId, ...ownedBy(only), ...(status && { status }) })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'code', order: 'desc' },
    ])
    .select(COLUMNS);
}

export async function pledgeById(db: Db, id: string, only: string | null): Promise<PledgeRow | undefined> {
  return await db('pledges')
    .where({ id, ...ownedBy(only) })
    .first(COLUMNS);
}

/** As `pledgeById`, locked to the end of the transaction: the parent of everything that happens to a pledge. */
export async function lockPledge(db: Db, id: string, only: string | null): Promise<PledgeRow | undefined> {
  return await db('pledges')
    .where({ id, ...ownedBy(only) })
    .forUpdate()
    .first(COLUMNS);
}

export async function lockOffersOf(db: Db, associationId: string): Promise<PledgeRow[]> {
  return await db('pledges')
    .where({ association_id: associationId, status: 'offered' })
    .orderBy('id')
    .forUpdate()
    .select(COLUMNS);
}

export async function insertPledge(
  db: Db,
  pledge: Pick<
    PledgeRow,
    'id' | 'campaignId' | 'associationId' | 'itemId' | 'needId' | 'siteId' | 'quantity' | 'note'
  > & { readyAt: string; createdAt: Date; createdBy: string },
): Promise<void> {
  await db('pledges').insert({
    id: pledge.id,
    code: await nextCode(db, 'PL', 4),
    campaign_id: pledge.campaignId,
    association_id: pledge.associationId,
    item_id: pledge.itemId,
    need_id: pledge.needId,
    site_id: pledge.siteId,
    quantity: pledge.quantity,
    status: 'offered',
    ready_at: pledge.readyAt,
    note: pledge.note,
    created_by: pledge.createdBy,
    created_at: pledge.createdAt,
  });
}

export type PledgeChange = {
  status: PledgeStatus;
  acceptedQuantity?: number;
  receivedQuantity?: number;
  cancelledQuantity?: number;
  overQuantity?: number;
  decidedAt?: Date;
};

/** Changes a pledge only if it is still in `from`; false when someone moved it first. */
export async function changePledge(
  db: Db,
  id: string,
  from: PledgeStatus,
  change: PledgeChange,
): Promise<boolean> {
  const changed = await db('pledges')
    .where({ id, status: from })
    .update({
      status: change.status,
      accepted_quantity: change.acceptedQuantity,
      received_quantity: change.receivedQuantity,
      cancelled_quantity: change.cancelledQuantity,
      over_quantity: change.overQuantity,
      decided_at: change.decidedAt,
      version: db.raw('version + 1'),
    });
  return changed === 1;
}

export async function needOf(
  db: Db,
  needId: string,
  campaignId: string,
): Promise<{ itemId: string } | undefined> {
  return await db('needs').where({ id: needId, campaign_id: campaignId }).first({ itemId: 'item_id' });
}
