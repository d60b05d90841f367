import type { Db } from '@qafila/db';

export type ParticipantRow = {
  id: string;
  nameAr: string;
  nameEn: string;
  kind: 'association' | 'foundation';
  joinedAt: Date;
  pledgedG: number;
  receivedG: number;
  deliveredG: number;
  pledgeCount: number;
};

export async function participantsOf(db: Db, campaignId: string): Promise<ParticipantRow[]> {
  const { rows } = await db.raw<{ rows: ParticipantRow[] }>(
    `WITH promised AS (
       SELECT p.association_id, count(*) AS pledge_count,
              sum((p.accepted_quantity - p.cancelled_quantity)::bigint * i.unit_weight_g) AS pledged_g,
              sum((p.received_quantity + p.over_quantity)::bigint * i.unit_weight_g) AS received_g
       FROM pledges p JOIN items i ON i.id = p.item_id
       WHERE p.campaign_id = :campaignId
       GROUP BY p.association_id
     ), delivered AS (
       SELECT l.association_id, sum(a.balance::bigint * i.unit_weight_g) AS delivered_g
       FROM lots l JOIN items i ON i.id = l.item_id JOIN accounts a ON a.lot_id = l.id AND a.kind = 'delivered'
       WHERE l.campaign_id = :campaignId
       GROUP BY l.association_id
     )
     SELECT a.id, a.name_ar AS "nameAr", a.name_en AS "nameEn", a.kind, t.joined_at AS "joinedAt",
            coalesce(promised.pledged_g, 0) AS "pledgedG", coalesce(promised.received_g, 0) AS "receivedG",
            coalesce(delivered.delivered_g, 0) AS "deliveredG", coalesce(promised.pledge_count, 0) AS "pledgeCount"
     FROM participations t
     JOIN associations a ON a.id = t.association_id
     LEFT JOIN promised ON promised.association_id = a.id
     LEFT JOIN delivered ON delivered.association_id = a.id
     WHERE t.campaign_id = :campaignId
     ORDER BY a.name_ar, a.id`,
    { campaignId },
  );
  return rows;
}

/** The state of an association, held against change to the end of the transaction. */
export async function holdAssociation(db: Db, id: string): Promise<string | undefined> {
  const row = await db('associations').where({ id }).forShare().first('status');
  return row?.status;
}

/** False when it takes part already. */
export async function insertParticipation(
  db: Db,
  campaignId: string,
  associationId: string,
  joinedAt: Date,
): Promise<boolean> {
  const joined = await db('participations')
    .insert({ campaign_id: campaignId, association_id: associationId, joined_at: joinedAt })
    .onConflict(['campaign_id', 'association_id'])
    .ignore()
    .returning('association_id');
  return joined.length === 1;
}

export async function takesPart(db: Db, campaignId: string, associationId: string): Promise<boolean> {
  const row: unknown = await db('participations')
    .where({ campaign_id: campaignId, association_id: associationId })
    .first('association_id');
  return row !== undefined;
}
