import type { AlertKind, AlertStatus, LatLng } from '@qafila/contract';

/** An alert as it is on record; instants in ms. */
export type StoredAlert = {
  readonly id: string;
  readonly kind: AlertKind;
  readonly cause: string;
  readonly status: AlertStatus;
  readonly convoyVehicleId: string | null;
  readonly stopId: string | null;
  readonly hazardId: string | null;
  readonly beganAtMs: number;
  readonly endedAtMs: number | null;
  readonly at: LatLng | null;
  readonly values: Readonly<Record<string, number>>;
  readonly raisedAtMs: number | null;
  readonly acknowledgement: { readonly atMs: number; readonly by: string; readonly note: string } | null;
  readonly clearedAtMs: number | null;
  /** Null when its cause ended. */
  readonly clearedBy: string | null;
  /** Of the driver who told of it; null for what the system noticed. */
  readonly reportId: string | null;
  /** What people had entered when it was last found so. */
  readonly basis: string;
};

export function isOpen({ status }: Pick<StoredAlert, 'status'>): boolean {
  return status === 'raised' || status === 'acknowledged';
}
