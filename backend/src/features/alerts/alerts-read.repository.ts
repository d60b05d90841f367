import type { Alert, AlertKind, AlertRules, AlertStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { siteRefSql } from '../reference/index.ts';

export type AlertRow = Pick<
  Alert,
  | 'id'
  | 'campaignId'
  | 'kind'
  | 'status'
  | 'hazardId'
  | 'values'
  | 'convoy'
  | 'vehicle'
  | 'stop'
  | 'at'
  | 'said'
> & {
  beganAt: Date;
  endedAt: Date | null;
  raisedAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  acknowledgedNote: string;
  clearedAt: Date | null;
  clearedByName: string | null;
  clearedNote: string;
};

/** `only`: the association that asks, which sees alerts of convoys that carry its goods; null for all. */
export type Selection = {
  campaignId?: string;
  alertId?: string;
  convoyId?: string | undefined;
  isOpen?: boolean;
  only: string | null;
  /** Where the page before ended. */
  before?: { beganAt: string; id: string } | undefined;
  limit: number;
};

/** Newest first. */
export async function selectAlerts(db: Db, asked: Selection): Promise<AlertRow[]> {
  const { rows } = await db.raw<{ rows: AlertRow[] }>(
    `SELECT a.id, a.campaign_id AS "campaignId", a.kind, a.status, a.hazard_id AS "hazardId", a.values, a.said,
            jsonb_build_object('id', c.id, 'code', c.code) AS convoy,
            CASE WHEN cv.id IS NOT NULL THEN jsonb_build_object('convoyVehicleId', cv.id, 'number', v.number,
                 'ordinal', cv.ordinal, 'plate', v.plate) END AS vehicle,
            CASE WHEN st.id IS NOT NULL THEN jsonb_build_object('id', st.id, 'site', ${siteRefSql('s')}) END AS stop,
            CASE WHEN a.lat IS NOT NULL THEN jsonb_build_object('lat', a.lat, 'lng', a.lng) END AS at,
            a.began_at AS "beganAt", a.ended_at AS "endedAt", a.raised_at AS "raisedAt",
            a.acknowledged_at AS "acknowledgedAt", ua.name AS "acknowledgedByName",
            a.acknowledged_note AS "acknowledgedNote", a.cleared_at AS "clearedAt", uc.name AS "clearedByName",
            a.cleared_note AS "clearedNote"
     FROM alerts a
     JOIN convoys c ON c.id = a.convoy_id
     LEFT JOIN convoy_vehicles cv ON cv.id = a.convoy_vehicle_id
     LEFT JOIN vehicles v ON v.id = cv.vehicle_id
     LEFT JOIN stops st ON st.id = a.stop_id
     LEFT JOIN sites s ON s.id = st.site_id
     LEFT JOIN users ua ON ua.id = a.acknowledged_by
     LEFT JOIN users uc ON uc.id = a.cleared_by
     WHERE a.status <> 'retracted'
       AND (a.campaign_id = :campaignId OR CAST(:campaignId AS uuid) IS NULL)
       AND (a.id = :alertId OR CAST(:alertId AS uuid) IS NULL)
       AND (a.convoy_id = :convoyId OR CAST(:convoyId AS uuid) IS NULL)
       AND (NOT :isOpen OR a.status IN ('raised', 'acknowledged'))
       AND (CAST(:only AS uuid) IS NULL OR EXISTS (
         SELECT FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
         WHERE m.convoy_id = a.convoy_id AND l.association_id = :only AND m.quantity > m.released_quantity))
       AND (CAST(:beforeAt AS timestamptz) IS NULL OR (a.began_at, a.id) < (:beforeAt, CAST(:beforeId AS uuid)))
     ORDER BY a.began_at DESC, a.id DESC
     LIMIT :limit`,
    {
      campaignId: asked.campaignId ?? null,
      alertId: asked.alertId ?? null,
      convoyId: asked.convoyId ?? null,
      isOpen: asked.isOpen ?? false,
      only: asked.only,
      beforeAt: asked.before?.beganAt ?? null,
      beforeId: asked.before?.id ?? null,
      limit: asked.limit,
    },
  );
  return rows;
}

export type LockedAlert = { kind: AlertKind; status: AlertStatus; campaignId: string; convoyId: string };

/** Locks the alert to the end of the transaction; a retracted one is none. */
export async function lockAlert(db: Db, id: string): Promise<LockedAlert | undefined> {
  return await db('alerts').where({ id }).whereNot({ status: 'retracted' }).forUpdate().first({
    kind: 'kind',
    status: 'status',
    campaignId: 'campaign_id',
    convoyId: 'convoy_id',
  });
}

type Deed = { by: string; at: Date; note: string };

export async function acknowledgeAlert(db: Db, id: string, { by, at, note }: Deed): Promise<void> {
  await db('alerts')
    .where({ id })
    .update({ status: 'acknowledged', acknowledged_at: at, acknowledged_by: by, acknowledged_note: note });
}

export async function clearAlert(db: Db, id: string, { by, at, note }: Deed): Promise<void> {
  await db('alerts')
    .where({ id })
    .update({
      status: 'cleared',
      cleared_at: at,
      cleared_by: by,
      cleared_note: note,
      ended_at: db.raw('greatest(began_at, CAST(? AS timestamptz))', [at]),
    });
}

/** What differs from the defaults, and the campaign's version; undefined where there is no such campaign. */
export async function rulesOf(
  db: Db,
  campaignId: string,
): Promise<{ rules: Partial<AlertRules>; version: number } | undefined> {
  return await db('campaigns').where({ id: campaignId }).first({ rules: 'alert_rules', version: 'version' });
}

/** False when the campaign is no longer at `version`. */
export async function changeRules(
  db: Db,
  campaignId: string,
  version: number,
  rules: Partial<AlertRules>,
): Promise<boolean> {
  const changed = await db('campaigns')
    .where({ id: campaignId, version })
    .update({ alert_rules: JSON.stringify(rules), version: version + 1 });
  return changed === 1;
}
