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

/** False when an open alert stands for the same cause. */
export async function insertReported(db: Db, it: ReportedAlert): Promise<boolean> {
  const { rows } = await db.raw(
    `INSERT INTO alerts (id, campaign_id, convoy_id, convoy_vehicle_id, stop_id, kind, status, cause, began_at, lat, lng,
                         report_id, said, raised_at, noted_at)
     VALUES (:id, :campaignId, :convoyId, :convoyVehicleId, :stopId, :kind, 'raised', :cause, :beganAt, :lat, :lng,
             :reportId, :said, :now, :now)
     ON CONFLICT (convoy_id, kind, cause) WHERE status IN ('raised', 'acknowledged') DO NOTHING
     RETURNING id`,
    { ...it, id: randomUUID(), lat: it.place?.lat ?? null, lng: it.place?.lng ?? null },
  );
  return rows.length > 0;
}
