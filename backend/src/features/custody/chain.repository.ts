import type { CustodyStep } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type StepRow = Omit<CustodyStep, 'at' | 'from' | 'to'> & {
  at: Date;
  fromAr: string;
  fromEn: string;
  toAr: string;
  toEn: string;
};

/** Both names of the holder of an account `alias`; where goods got lost, the place where it was found out. */
function holderName(alias: string, language: 'ar' | 'en'): string {
  const name = `name_${language}`;
  return `CASE ${alias}.kind
    WHEN 'site' THEN (SELECT ${name} FROM sites WHERE id = ${alias}.site_id)
    WHEN 'vehicle' THEN (SELECT v.plate FROM convoy_vehicles cv JOIN vehicles v ON v.id = cv.vehicle_id
                         WHERE cv.id = ${alias}.convoy_vehicle_id)
    WHEN 'delivered' THEN (SELECT si.${name} FROM stops s JOIN sites si ON si.id = s.site_id
                           WHERE s.id = ${alias}.stop_id)
    WHEN 'lost' THEN (SELECT si.${name} FROM stops s JOIN sites si ON si.id = s.site_id WHERE s.id = ${alias}.stop_id)
    ELSE giver.${name}
  END`;
}

/** Every hand-over of the pledge's lots, in ledger order. `only`: null, or the association that must own the pledge. */
export async function handOversOf(db: Db, pledgeId: string, only: string | null): Promise<StepRow[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `WITH steps AS (
       SELECT t.*, l.code AS lot_code,
              CASE WHEN destination.kind = 'lost' THEN destination.loss_reason
                   WHEN t.document_type = 'loss' THEN 'count_correction'
                   ELSE t.document_type END AS kind,
              ${holderName('source', 'ar')} AS from_ar, ${holderName('source', 'en')} AS from_en,
              ${holderName('destination', 'ar')} AS to_ar, ${holderName('destination', 'en')} AS to_en,
              coalesce(source.convoy_vehicle_id, destination.convoy_vehicle_id) AS convoy_vehicle_id
       FROM pledges p
       JOIN lots l ON l.pledge_id = p.id
       JOIN associations giver ON giver.id = l.association_id
       JOIN transfers t ON t.lot_id = l.id
       JOIN accounts source ON source.id = t.source_account_id
       JOIN accounts destination ON destination.id = t.destination_account_id
       WHERE p.id = :pledgeId AND (p.association_id = :only OR :only::uuid IS NULL)
     )
     SELECT t.id, t.kind, t.occurred_at AS at, t.quantity, t.lot_code AS "lotCode",
            coalesce(t.from_ar, t.to_ar) AS "fromAr", coalesce(t.from_en, t.to_en) AS "fromEn",
            coalesce(t.to_ar, t.from_ar) AS "toAr", coalesce(t.to_en, t.from_en) AS "toEn",
            coalesce(d.receiver_name, u.name) AS "actorName",
            coalesce(r.code, d.code, w.code, c.code, sc.code, t.lot_code) AS "documentCode",
            w.id AS "waybillId", c.id AS "convoyId",
            coalesce(sc.reason, CASE WHEN t.kind IN ('damaged', 'missing') THEN dl.reason END) AS reason
     FROM steps t
     JOIN users u ON u.id = t.actor_id
     LEFT JOIN receipts r ON r.id = t.document_id
     LEFT JOIN stock_corrections sc ON sc.id = t.document_id
     LEFT JOIN deliveries d ON d.id = t.document_id
     LEFT JOIN delivery_lines dl ON dl.delivery_id = d.id AND dl.manifest_line_id = t.manifest_line_id
     LEFT JOIN manifest_lines m ON m.id = t.manifest_line_id
     LEFT JOIN waybills w ON w.convoy_vehicle_id = m.convoy_vehicle_id AND w.stop_id = m.stop_id
     LEFT JOIN convoy_vehicles cv ON cv.id = t.convoy_vehicle_id
     LEFT JOIN convoys c ON c.id = cv.convoy_id
     ORDER BY t.ordinal`,
    { pledgeId, only },
  );
  return rows;
}

/** The promise itself: as it was accepted, or as it was offered while nobody has accepted it. */
export async function promiseOf(db: Db, pledgeId: string, only: string | null): Promise<StepRow | undefined> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT p.id, 'pledge' AS kind, coalesce(accepted.at, p.created_at) AS at,
            CASE WHEN accepted.at IS NULL THEN p.quantity ELSE p.accepted_quantity END AS quantity,
            NULL AS "lotCode", a.name_ar AS "fromAr", a.name_en AS "fromEn", c.name_ar AS "toAr", c.name_en AS "toEn",
            coalesce(accepted.name, u.name) AS "actorName", p.code AS "documentCode",
            NULL AS "waybillId", NULL AS "convoyId", NULL AS reason
     FROM pledges p
     JOIN associations a ON a.id = p.association_id
     JOIN campaigns c ON c.id = p.campaign_id
     JOIN users u ON u.id = p.created_by
     LEFT JOIN LATERAL (
       SELECT log.at, who.name FROM audit_log log JOIN users who ON who.id = log.actor_id
       WHERE log.subject_type = 'pledge' AND log.subject_id = p.id AND log.action = 'pledge.accepted'
       ORDER BY log.id LIMIT 1
     ) accepted ON true
     WHERE p.id = :pledgeId AND (p.association_id = :only OR :only::uuid IS NULL)`,
    { pledgeId, only },
  );
  return rows[0];
}
