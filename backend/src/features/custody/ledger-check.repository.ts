import type { Db } from '@qafila/db';

/** What must hold of the two books at every moment; each query finds the rows where it does not. */
const RULES = {
  'a balance is what its transfers add up to': `
    SELECT a.id FROM accounts a
    LEFT JOIN (
      SELECT account_id, sum(quantity) AS quantity FROM (
        SELECT source_account_id AS account_id, -quantity AS quantity FROM transfers
        UNION ALL SELECT destination_account_id, quantity FROM transfers
      ) AS moved GROUP BY account_id
    ) AS moved ON moved.account_id = a.id
    WHERE a.balance <> coalesce(moved.quantity, 0)`,
  'what a lot received is on hand, aboard, delivered, lost or returned': `
    SELECT lot_id AS id FROM accounts GROUP BY lot_id HAVING sum(balance) <> 0`,
  'what a pledge counted in is what its lots received': `
    SELECT p.id FROM pledges p
    LEFT JOIN lots l ON l.pledge_id = p.id
    LEFT JOIN accounts a ON a.lot_id = l.id AND a.kind = 'pledge_source'
    GROUP BY p.id HAVING p.received_quantity + p.over_quantity <> -coalesce(sum(a.balance), 0)`,
  'what a receipt counted is what it brought in, and a lot has no other goods': `
    SELECT r.id FROM receipts r
    LEFT JOIN accounts a ON a.lot_id = r.lot_id AND a.kind = 'pledge_source'
    LEFT JOIN transfers t ON t.lot_id = r.lot_id AND t.source_account_id = a.id
    GROUP BY r.id HAVING r.quantity <> coalesce(sum(t.quantity), 0)`,
  'what a correction says is what it took off the site': `
    SELECT c.id FROM stock_corrections c
    LEFT JOIN transfers t ON t.document_id = c.id AND t.source_account_id = c.account_id
    GROUP BY c.id HAVING c.quantity <> coalesce(sum(t.quantity), 0)`,
  'what a site has allotted is what its open manifest lines ask for': `
    SELECT a.id FROM accounts a LEFT JOIN manifest_lines m ON m.site_account_id = a.id
    GROUP BY a.id HAVING a.allotted <> coalesce(sum(m.quantity - m.loaded_quantity - m.released_quantity), 0)`,
  'what a vehicle is planned to carry is what its lines weigh and fill': `
    SELECT v.id FROM convoy_vehicles v LEFT JOIN manifest_lines m ON m.convoy_vehicle_id = v.id
    GROUP BY v.id
    HAVING v.planned_weight_g <> coalesce(sum((m.quantity - m.released_quantity)::bigint * m.unit_weight_g), 0)
        OR v.planned_volume_ml <> coalesce(sum((m.quantity - m.released_quantity)::bigint * m.unit_volume_ml), 0)`,
  'what is aboard is what the lines of the vehicle brought there and did not take off': `
    SELECT a.id FROM accounts a
    LEFT JOIN (
      SELECT account_id, sum(quantity) AS quantity FROM (
        SELECT destination_account_id AS account_id, quantity FROM transfers WHERE manifest_line_id IS NOT NULL
        UNION ALL
        SELECT source_account_id, -quantity FROM transfers WHERE manifest_line_id IS NOT NULL
      ) AS moved GROUP BY account_id
    ) AS moved ON moved.account_id = a.id
    WHERE a.kind = 'vehicle' AND a.balance <> coalesce(moved.quantity, 0)`,
  'goods never leave a holder before they came, in the order of the ledger': `
    SELECT DISTINCT account_id AS id FROM (
      SELECT moved.account_id, sum(moved.quantity) OVER (PARTITION BY moved.account_id ORDER BY moved.ordinal) AS balance
      FROM (
        SELECT source_account_id AS account_id, -quantity AS quantity, ordinal FROM transfers
        UNION ALL SELECT destination_account_id, quantity, ordinal FROM transfers
      ) AS moved
    ) AS running JOIN accounts a ON a.id = running.account_id
    WHERE a.kind <> 'pledge_source' AND running.balance < 0`,
  'a settled or cancelled convoy has nothing aboard': `
    SELECT c.id FROM convoys c JOIN convoy_vehicles v ON v.convoy_id = c.id
    JOIN accounts a ON a.convoy_vehicle_id = v.id
    WHERE c.status IN ('settled', 'cancelled') GROUP BY c.id HAVING sum(a.balance) <> 0`,
} as const;

export type LedgerFault = { rule: string; ids: (string | number)[] };

/** Rules of the books that do not hold, with the rows that break them; none when all is well. */
export async function ledgerFaults(db: Db): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const [rule, sql] of Object.entries(RULES)) {
    const { rows } = await db.raw<{ rows: { id: string | number }[] }>(sql);
    if (rows.length > 0) faults.push({ rule, ids: rows.map((row) => row.id) });
  }
  return faults;
}
