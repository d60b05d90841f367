import type { AlertKind, AlertStatus, LatLng } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { StoredAlert } from './stored-alert.ts';

type Row = {
  id: string;
  kind: AlertKind;
  cause: string;
  status: AlertStatus;
  convoy_vehicle_id: string | null;
  stop_id: string | null;
  hazard_id: string | null;
  began_at: Date;
  ended_at: Date | null;
  lat: number | null;
  lng: number | null;
  values: Record<string, number>;
  raised_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_note: string;
  cleared_at: Date | null;
  cleared_by: string | null;
  report_id: string | null;
  basis: string;
};

/** One at a time may revise the alerts of a convoy, whatever process it runs in; to the end of the transaction. */
export async function lockAlertsOf(db: Db, convoyId: string): Promise<void> {
  await db.raw(`SELECT pg_advisory_xact_lock(hashtext('alerts'), hashtext(:convoyId))`, { convoyId });
}

export async function alertsOf(db: Db, convoyId: string): Promise<StoredAlert[]> {
  const rows: Row[] = await db('alerts')
    .where({ convoy_id: convoyId })
    .whereNot({ status: 'retracted' })
    .orderBy('began_at')
    .forUpdate()
    .select('*');
  return rows.map(toStored);
}

function toStored(row: Row): StoredAlert {
  const { acknowledged_at: acknowledgedAt, acknowledged_by: acknowledgedBy } = row;
  return {
    id: row.id,
    kind: row.kind,
    cause: row.cause,
    status: row.status,
    convoyVehicleId: row.convoy_vehicle_id,
    stopId: row.stop_id,
    hazardId: row.hazard_id,
    beganAtMs: row.began_at.getTime(),
    endedAtMs: row.ended_at?.getTime() ?? null,
    at: placeOf(row),
    values: row.values,
    raisedAtMs: row.raised_at?.getTime() ?? null,
    acknowledgement:
      acknowledgedAt && acknowledgedBy
        ? { atMs: acknowledgedAt.getTime(), by: acknowledgedBy, note: row.acknowledged_note }
        : null,
    clearedAtMs: row.cleared_at?.getTime() ?? null,
    clearedBy: row.cleared_by,
    reportId: row.report_id,
    basis: row.basis,
  };
}

function placeOf({ lat, lng }: Pick<Row, 'lat' | 'lng'>): LatLng | null {
  return lat === null || lng === null ? null : { lat, lng };
}

export async function insertAlert(
  db: Db,
  alert: StoredAlert,
  owner: { campaignId: string; convoyId: string },
  now: Date,
): Promise<void> {
  await db('alerts').insert({
    ...columnsOf(alert),
    id: alert.id,
    campaign_id: owner.campaignId,
    convoy_id: owner.convoyId,
    kind: alert.kind,
    cause: alert.cause,
    noted_at: now,
  });
}

export async function updateAlert(db: Db, alert: StoredAlert): Promise<void> {
  await db('alerts').where({ id: alert.id }).update(columnsOf(alert));
}

function columnsOf(alert: StoredAlert): Record<string, unknown> {
  const { acknowledgement } = alert;
  return {
    status: alert.status,
    convoy_vehicle_id: alert.convoyVehicleId,
    stop_id: alert.stopId,
    hazard_id: alert.hazardId,
    began_at: new Date(alert.beganAtMs),
    ended_at: dateOf(alert.endedAtMs),
    lat: alert.at?.lat ?? null,
    lng: alert.at?.lng ?? null,
    values: JSON.stringify(alert.values),
    raised_at: dateOf(alert.raisedAtMs),
    acknowledged_at: dateOf(acknowledgement?.atMs ?? null),
    acknowledged_by: acknowledgement?.by ?? null,
    acknowledged_note: acknowledgement?.note ?? '',
    cleared_at: dateOf(alert.clearedAtMs),
    cleared_by: alert.clearedBy,
    basis: alert.basis,
  };
}

function dateOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}
