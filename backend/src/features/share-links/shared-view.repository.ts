import type { SharedView } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Selection } from '../positions/index.ts';
import { siteRefSql } from '../reference/index.ts';

type SharedAlert = SharedView['alerts'][number];

export type CampaignHead = SharedView['campaign'] & { isDemo: boolean };

export async function campaignHead(db: Db, id: string): Promise<CampaignHead> {
  const { rows } = await db.raw<{ rows: CampaignHead[] }>(
    `SELECT c.id, c.name_ar AS "nameAr", c.name_en AS "nameEn",
            ARRAY(SELECT governorate_code FROM campaign_governorates WHERE campaign_id = c.id ORDER BY 1)
              AS "governorateCodes",
            EXISTS (SELECT FROM users WHERE is_demo AND disabled_at IS NULL) AS "isDemo"
     FROM campaigns c WHERE c.id = ?`,
    [id],
  );
  const [head] = rows;
  if (!head) throw new Error('A share link of no campaign');
  return head;
}

/** Alerts that are open, newest first. */
export async function openAlerts(db: Db, which: Selection): Promise<SharedAlert[]> {
  const isOne = 'convoyId' in which;
  const { rows } = await db.raw<{ rows: (Omit<SharedAlert, 'beganAt'> & { beganAt: Date })[] }>(
    `SELECT c.code AS "convoyCode", a.kind, a.began_at AS "beganAt", a."values", cv.ordinal AS "vehicleOrdinal",
            CASE WHEN s.id IS NOT NULL THEN ${siteRefSql('s')} END AS site
     FROM alerts a
     JOIN convoys c ON c.id = a.convoy_id
     LEFT JOIN convoy_vehicles cv ON cv.id = a.convoy_vehicle_id
     LEFT JOIN stops st ON st.id = a.stop_id
     LEFT JOIN sites s ON s.id = st.site_id
     WHERE a.${isOne ? 'convoy_id' : 'campaign_id'} = ? AND a.status IN ('raised', 'acknowledged')
     ORDER BY a.began_at DESC, a.id`,
    [isOne ? which.convoyId : which.campaignId],
  );
  return rows.map((row) => ({ ...row, beganAt: row.beganAt.toISOString() }));
}
