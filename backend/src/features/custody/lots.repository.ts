import type { LotState } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Where the goods of one pledge are now, over all its lots. */
export type Whereabouts = {
  pledgeId: string;
  /** Got onto a vehicle, wherever they went from there: aboard, delivered, or lost on the way. */
  loaded: number;
  aboard: number;
  delivered: number;
  damaged: number;
  missing: number;
  returned: number;
};

const ABOARD = `coalesce(sum(a.balance) FILTER (WHERE a.kind = 'vehicle'), 0)`;
const DAMAGED = `coalesce(sum(a.balance) FILTER (WHERE a.loss_reason = 'damaged'), 0)`;
const MISSING = `coalesce(sum(a.balance) FILTER (WHERE a.loss_reason = 'missing'), 0)`;
const DELIVERED = `coalesce(sum(a.balance) FILTER (WHERE a.kind = 'delivered'), 0)`;
const RETURNED = `coalesce(sum(a.balance) FILTER (WHERE a.kind = 'returned' OR a.loss_reason = 'count_correction'), 0)`;

export async function whereaboutsOf(db: Db, pledgeIds: string[]): Promise<Whereabouts[]> {
  const { rows } = await db.raw<{ rows: Whereabouts[] }>(
    `SELECT l.pledge_id AS "pledgeId",
            coalesce(sum(a.balance) FILTER (
              WHERE a.kind IN ('vehicle', 'delivered') OR (a.kind = 'lost' AND a.stop_id IS NOT NULL)), 0) AS loaded,
            ${ABOARD} AS aboard,
            ${DELIVERED} AS delivered, ${DAMAGED} AS damaged, ${MISSING} AS missing, ${RETURNED} AS returned
     FROM lots l JOIN accounts a ON a.lot_id = l.id
     WHERE l.pledge_id = ANY(?)
     GROUP BY l.pledge_id`,
    [pledgeIds],
  );
  return rows;
}

/** What became of each lot of a pledge: received is the sum of all the others. */
export async function lotStatesOf(db: Db, pledgeId: string): Promise<LotState[]> {
  const { rows } = await db.raw<{ rows: LotState[] }>(
    `SELECT l.id, l.code, l.expires_on AS "expiresOn",
            coalesce(-sum(a.balance) FILTER (WHERE a.kind = 'pledge_source'), 0) AS received,
            coalesce(sum(a.balance) FILTER (WHERE a.kind = 'site'), 0) AS "onHand",
            ${ABOARD} AS aboard,
            ${DELIVERED} AS delivered, ${DAMAGED} AS damaged, ${MISSING} AS missing, ${RETURNED} AS returned
     FROM lots l LEFT JOIN accounts a ON a.lot_id = l.id
     WHERE l.pledge_id = ?
     GROUP BY l.id
     ORDER BY l.created_at, l.code`,
    [pledgeId],
  );
  return rows;
}
