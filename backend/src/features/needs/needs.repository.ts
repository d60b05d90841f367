import type { Need, PledgeStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

export type NeedRow = {
  id: string;
  campaignId: string;
  siteId: string;
  itemId: string;
  quantity: number;
  priority: 1 | 2 | 3;
  neededBy: Date;
  households: number | null;
  note: string;
  version: number;
};
export type NeedFields = Pick<Need, 'quantity' | 'priority' | 'neededBy' | 'households' | 'note'>;

const COLUMNS = {
  id: 'n.id',
  campaignId: 'n.campaign_id',
  siteId: 'n.site_id',
  itemId: 'n.item_id',
  quantity: 'n.quantity',
  priority: 'n.priority',
  neededBy: 'n.needed_by',
  households: 'n.households',
  note: 'n.note',
  version: 'n.version',
};

/** By destination, then by what is most urgent there. */
export async function needRowsOf(db: Db, campaignId: string): Promise<NeedRow[]> {
  return await db('needs as n')
    .join('sites as s', 's.id', 'n.site_id')
    .join('items as i', 'i.id', 'n.item_id')
    .where('n.campaign_id', campaignId)
    .orderBy(['s.governorate_code', 's.name_en', 's.id', 'n.priority', 'i.category', 'i.code'])
    .select(COLUMNS);
}

export async function needById(db: Db, id: string): Promise<NeedRow | undefined> {
  return await db('needs as n').where('n.id', id).first(COLUMNS);
}

/** As `needById`, held against change and against new pledges to the end of the transaction. */
export async function holdNeed(db: Db, id: string): Promise<NeedRow | undefined> {
  return await db('needs as n').where('n.id', id).forUpdate().first(COLUMNS);
}

export async function insertNeed(
  db: Db,
  need: NeedFields & { id: string; campaignId: string; siteId: string; itemId: string; createdBy: string },
): Promise<void> {
  await db('needs').insert({
    id: need.id,
    campaign_id: need.campaignId,
    site_id: need.siteId,
    item_id: need.itemId,
    quantity: need.quantity,
    priority: need.priority,
    needed_by: need.neededBy,
    households: need.households,
    note: need.note,
    created_by: need.createdBy,
  });
}

/** False when the need is not, or no longer, at `version`. */
export async function changeNeed(
  db: Db,
  id: string,
  version: number,
  { quantity, priority, neededBy, households, note }: Patch<NeedFields>,
): Promise<boolean> {
  const changed = await db('needs')
    .where({ id, version })
    .update({ quantity, priority, needed_by: neededBy, households, note, version: version + 1 });
  return changed === 1;
}

/** States of a pledge from which no goods have come or will come. */
const CAME_TO_NOTHING = ['withdrawn', 'declined', 'cancelled'] satisfies PledgeStatus[];

export async function isPledgedFor(db: Db, id: string): Promise<boolean> {
  const pledge = await db('pledges').where({ need_id: id }).whereNotIn('status', CAME_TO_NOTHING).first('id');
  return pledge !== undefined;
}

/** Pledges that came to nothing stay, without it. */
export async function removeNeed(db: Db, id: string): Promise<void> {
  await db('pledges').where({ need_id: id }).whereIn('status', CAME_TO_NOTHING).update({ need_id: null });
  await db('needs').where({ id }).del();
}
