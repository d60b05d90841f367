import { randomUUID } from 'node:crypto';
import type { At } from './fold/vehicle-state.ts';
import type { Present, Revision } from './reconcile.ts';
import { isOpen, type StoredAlert } from './stored-alert.ts';

/** A call that comes later than this is history; before, it is still a call, however late it came. */
const CALL_FRESH_MS = 6 * 3_600_000;
/** Presses on the button that belong together. */
const ONE_CALL_MS = 15 * 60_000;

export type Call = At & { readonly convoyVehicleId: string };

/** One alert for all calls of a vehicle until a person has taken it up; who calls again after that is heard again. */
export function reviseCalls(
  stored: readonly StoredAlert[],
  calls: readonly Call[],
  present: Present,
): Revision {
  const before = stored.filter(({ kind }) => kind === 'sos');
  const after = new Map(before.map((alert) => [alert.id, alert]));
  for (const call of calls.toSorted((a, b) => a.atMs - b.atMs)) {
    const known = [...after.values()].find((alert) => isOf(call, alert));
    const alert = known ? withCall(known, call) : alertOf(call, [...after.values()], present);
    after.set(alert.id, alert);
  }
  return {
    inserted: [...after.values()].filter(({ id }) => !before.some((alert) => alert.id === id)),
    changed: before.flatMap((alert) => {
      const changed = after.get(alert.id);
      return changed && changed !== alert ? [changed] : [];
    }),
  };
}

function isOf({ convoyVehicleId, atMs }: Call, alert: StoredAlert): boolean {
  if (alert.convoyVehicleId !== convoyVehicleId) return false;
  if (isOpen(alert)) return alert.acknowledgement === null || atMs <= alert.acknowledgement.atMs;
  const untilMs = alert.raisedAtMs === null ? alert.beganAtMs + ONE_CALL_MS : (alert.clearedAtMs ?? 0);
  return alert.beganAtMs - ONE_CALL_MS <= atMs && atMs <= untilMs;
}

/** It began with the first, in whatever order they came. */
function withCall(alert: StoredAlert, { atMs, lat, lng }: Call): StoredAlert {
  return atMs < alert.beganAtMs ? { ...alert, beganAtMs: atMs, at: { lat, lng } } : alert;
}

function alertOf(
  { convoyVehicleId, atMs, lat, lng }: Call,
  others: readonly StoredAlert[],
  { nowMs, basis }: Present,
): StoredAlert {
  const isTakenUp = others.some((it) => isOpen(it) && it.cause === convoyVehicleId);
  const isFresh = nowMs - atMs <= CALL_FRESH_MS;
  return {
    id: randomUUID(),
    kind: 'sos',
    cause: isTakenUp ? `${convoyVehicleId}@${atMs}` : convoyVehicleId,
    status: isFresh ? 'raised' : 'cleared',
    convoyVehicleId,
    stopId: null,
    hazardId: null,
    beganAtMs: atMs,
    endedAtMs: isFresh ? null : atMs,
    at: { lat, lng },
    values: {},
    raisedAtMs: isFresh ? nowMs : null,
    acknowledgement: null,
    clearedAtMs: isFresh ? null : nowMs,
    clearedBy: null,
    reportId: null,
    basis,
  };
}
