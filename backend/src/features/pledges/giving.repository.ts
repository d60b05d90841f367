import type { GivenGoods, PledgeRecord } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql } from '../reference/index.ts';

export async function pledgeRecord(db: Db, associationId: string, now: Date): Promise<PledgeRecord> {
  const { rows } = await db.raw<{ rows: PledgeRecord[] }>(
    `SELECT count(*) FILTER (WHERE status = 'offered') AS offered,
            count(*) FILTER (WHERE status = 'received') AS kept,
            count(*) FILTER (WHERE status IN ('accepted', 'partly_received') AND ready_at >= :now) AS underway,
            count(*) FILTER (WHERE status IN ('accepted', 'partly_received') AND ready_at < :now) AS late,
            count(*) FILTER (WHERE status = 'cancelled') AS broken,
            count(*) FILTER (WHERE status = 'withdrawn') AS withdrawn,
            count(*) FILTER (WHERE status = 'declined') AS declined
     FROM pledges WHERE association_id = :associationId`,
    { associationId, now },
  );
  return rows[0] as PledgeRecord;
}

/** Balances of the ledger, by item. What came in has left the account of the pledge it came from. */
export async function givenGoods(db: Db, associationId: string): Promise<GivenGoods[]> {
  const { rows } = await db.raw<{ rows: GivenGoods[] }>(
    `WITH promised AS (
       SELECT item_id, sum(accepted_quantity - cancelled_quantity) AS quantity
       FROM pledges WHERE association_id = :associationId GROUP BY item_id
     ), held AS (
       SELECT l.item_id, a.kind, a.loss_reason, sum(a.balance) AS quantity
       FROM lots l JOIN accounts a ON a.lot_id = l.id
       WHERE l.association_id = :associationId GROUP BY 1, 2, 3
     ), goods AS (
       SELECT i.id, coalesce(max(p.quantity), 0) AS promised,
              -coalesce(sum(h.quantity) FILTER (WHERE h.kind = 'pledge_source'), 0) AS received,
              coalesce(sum(h.quantity) FILTER (WHERE h.kind = 'site'), 0) AS "onHand",
              coalesce(sum(h.quantity) FILTER (WHERE h.kind = 'vehicle'), 0) AS aboard,
              coalesce(sum(h.quantity) FILTER (WHERE h.kind = 'delivered'), 0) AS delivered,
              coalesce(sum(h.quantity) FILTER (WHERE h.loss_reason = 'damaged'), 0) AS damaged,
              coalesce(sum(h.quantity) FILTER (WHERE h.loss_reason = 'missing'), 0) AS missing,
              coalesce(sum(h.quantity) FILTER (WHERE h.loss_reason = 'count_correction'), 0) AS corrected,
              coalesce(sum(h.quantity) FILTER (WHERE h.kind = 'returned'), 0) AS returned
       FROM items i LEFT JOIN promised p ON p.item_id = i.id LEFT JOIN held h ON h.item_id = i.id
       WHERE p.item_id IS NOT NULL OR h.item_id IS NOT NULL
       GROUP BY i.id
     )
     SELECT ${itemRefSql('i')} AS item, g.promised, g.received, g."onHand", g.aboard, g.delivered, g.damaged,
            g.missing, g.corrected, g.returned
     FROM goods g JOIN items i ON i.id = g.id
     WHERE g.promised > 0 OR g.received > 0
     ORDER BY g.delivered * i.unit_weight_g DESC, i.name_ar, i.id`,
    { associationId },
  );
  return rows;
}
