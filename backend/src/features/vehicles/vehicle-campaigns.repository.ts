import type { Db } from '@qafila/db';

export type VehicleCampaign = {
  vehicleNumber: number;
  campaignId: string;
  convoyId: string;
  /** Associations with goods allotted to or aboard the convoy: those who may follow it. */
  associationIds: string[];
};

/** Vehicles on convoys that are loading or on the road, and whose goods each convoy carries. */
export async function vehicleCampaigns(db: Db): Promise<VehicleCampaign[]> {
  const { rows } = await db.raw<{ rows: VehicleCampaign[] }>(`
    SELECT v.number AS "vehicleNumber", c.campaign_id AS "campaignId", c.id AS "convoyId",
           ARRAY(
             SELECT DISTINCT l.association_id::text
             FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
             WHERE m.convoy_id = c.id AND m.quantity > m.released_quantity
             ORDER BY 1
           ) AS "associationIds"
    FROM convoy_vehicles cv
    JOIN vehicles v ON v.id = cv.vehicle_id
    JOIN convoys c ON c.id = cv.convoy_id
    WHERE cv.released_at IS NULL AND c.status IN ('loading', 'en_route', 'held', 'arrived')
    ORDER BY v.number`);
  return rows;
}
