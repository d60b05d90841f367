import { randomUUID } from 'node:crypto';
import type { AlertKind, LatLng } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type ReportedAlert = {
  reportId: string;
  campaignId: string;
  convoyId: string;
  convoyVehicleId: string;
  stopId: string | null;
  kind: AlertKind;
  cause: string;
  beganAt: Date;
  place: LatLng | null;
  said: string;
  now: Date;
};

/** Whether somebody has acknowledged a call for help of this vehicle that is not over. */
export async function isCallTakenUp(db: Db, convoyVehicleId: string): Promise<boolean> {
  const call = await db('alerts')
    .where({ convoy_vehicle_id: convoyVehicleId, kind: 'sos', status: 'acknowledged' })
    .first('id');
  return call !== undefined;
}

/** Raises an alert, or adds what is said, and the place where none is known, to the open one of the same cause. */
export async function raiseOrAdd(db: Db, it: ReportedAlert): Promise<void> {
  await db.raw(
    `INSERT INTO alerts (id, campaign_id, convoy_id, convoy_vehicle_id, stop_id, kind, status, cause, began_at, lat, lng,
                         report_id, said, raised_at, noted_at)
     VALUES (:id, :campaignId, :convoyId, :convoyVehicleId, :stopId, :kind, 'raised', :cause, :beganAt, :lat, :lng,
             :reportId, :said, :now, :now)
     ON CONFLICT (convoy_id, kind, cause) WHERE status IN ('raised', 'acknowledged') DO UPDATE SET
       said = concat_ws(E'\\n', nullif(alerts.said, ''), nullif(excluded.said, '')),
       lat = CASE WHEN alerts.lat IS NULL THEN excluded.lat ELSE alerts.lat END,
       lng = CASE WHEN alerts.lat IS NULL THEN excluded.lng ELSE alerts.lng END`,
    { ...it, id: randomUUID(), lat: it.place?.lat ?? null, lng: it.place?.lng ?? null },
  );
}
