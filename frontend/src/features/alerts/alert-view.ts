import { ALERTS, type Alert, type AlertKind, type AlertSeverity, type SharedAlert } from '@qafila/contract';

/** What the sentence of an alert is made of; one on a share link is always going on. */
export type Said = Pick<SharedAlert, 'kind' | 'beganAt' | 'values' | 'vehicleOrdinal' | 'site'> & {
  readonly endedAt?: string | null;
};

export function saidOf({ kind, beganAt, endedAt, values, vehicle, stop }: Alert): Said {
  const [vehicleOrdinal, site] = [vehicle?.ordinal ?? null, stop?.site ?? null];
  return { kind, beganAt, endedAt, values, vehicleOrdinal, site };
}

/** How long it is late, how far ahead it is, or else how long it has been going on. */
export function minutesOf({ values, beganAt, endedAt }: Said, now: Date): number {
  const lastedMs = (endedAt ? Date.parse(endedAt) : now.getTime()) - Date.parse(beganAt);
  return values['lateMin'] ?? values['aheadMin'] ?? Math.max(0, lastedMs / 60_000);
}

export function severityOf({ kind }: { kind: AlertKind }): AlertSeverity {
  return ALERTS[kind].severity;
}

const RANK: Readonly<Record<AlertSeverity, number>> = { critical: 0, warning: 1, notice: 2 };

type Ranked = Pick<Alert, 'kind' | 'beganAt'>;

/** The gravest first, then the newest. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return RANK[severityOf(a)] - RANK[severityOf(b)] || Date.parse(b.beganAt) - Date.parse(a.beganAt);
}

/** Those that still wait for a person, the gravest first. */
export function waiting(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(({ status }) => status === 'raised').sort(byUrgency);
}

export function isOpen({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'raised' || status === 'acknowledged';
}

export type Raised = {
  /** Those that were not there before. */
  readonly fresh: readonly Alert[];
  /** Those that wait for nobody any more. */
  readonly settledIds: readonly string[];
};

/** What has changed since the list was last read; before the first reading nothing is new. */
export function changesSince(known: ReadonlySet<string> | null, alerts: readonly Alert[]): Raised {
  const now = waiting(alerts);
  const ids = new Set(now.map(({ id }) => id));
  return {
    fresh: known ? now.filter(({ id }) => !known.has(id)) : [],
    settledIds: [...(known ?? [])].filter((id) => !ids.has(id)),
  };
}

export type Incidents = { readonly convoyIds: ReadonlySet<string>; readonly vehicleIds: ReadonlySet<string> };

/** Convoys, and their vehicles, that a critical alert is open for: until it is over, acknowledged or not. */
export function incidentsOf(alerts: readonly Alert[]): Incidents {
  const critical = alerts.filter((alert) => isOpen(alert) && severityOf(alert) === 'critical');
  return {
    convoyIds: new Set(critical.map(({ convoy }) => convoy.id)),
    vehicleIds: new Set(critical.flatMap(({ vehicle }) => (vehicle ? [vehicle.convoyVehicleId] : []))),
  };
}
