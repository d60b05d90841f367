import { randomUUID } from 'node:crypto';
import { ALERTS } from '@qafila/contract';
import { type Episode, overlap } from './fold/episode.ts';
import { isOpen, type StoredAlert } from './stored-alert.ts';

/** The alerts as they are from now on, where they differ from what is on record; new ones have a new id. */
export type Revision = {
  readonly inserted: readonly StoredAlert[];
  readonly changed: readonly StoredAlert[];
};

export type Present = {
  readonly nowMs: number;
  /** What people have entered of the convoy, in short. */
  readonly basis: string;
  /** The drivers' reports that are part of it. */
  readonly reportIds: ReadonlySet<string>;
};

/**
 * Brings the alerts on record in line with the causes there are. One that was over when it was found is recorded and
 * never raised. Where the fixes prove an alert wrong it is retracted; where something people entered has taken its
 * cause away it is cleared.
 */
export function reconcile(
  stored: readonly StoredAlert[],
  episodes: readonly Episode[],
  present: Present,
): Revision {
  const revisions = groups(stored.filter(endsByCause), episodes).map((group) => revised(group, present));
  return {
    inserted: revisions.flatMap(({ inserted }) => inserted),
    changed: revisions.flatMap(({ changed }) => changed),
  };
}

/** What there is of one cause. */
function revised({ alerts, causes }: Group, present: Present): Revision {
  const matches = matched(alerts, causes);
  const changed = alerts.flatMap((alert) => {
    const episode = matches.get(alert);
    const after = episode ? followed(alert, episode, present) : abandoned(alert, present);
    return isSame(alert, after) ? [] : [after];
  });
  const taken = new Set(matches.values());
  const fresh = causes.filter((episode) => !taken.has(episode));
  return { inserted: fresh.map((episode) => found(episode, alerts, present)), changed };
}

type Group = { alerts: StoredAlert[]; causes: Episode[] };

function endsByCause({ kind }: StoredAlert): boolean {
  return ALERTS[kind].ends === 'cause';
}

function groups(stored: readonly StoredAlert[], episodes: readonly Episode[]): Group[] {
  const all = new Map<string, Group>();
  const groupOf = ({ kind, cause }: { kind: string; cause: string }): Group => {
    const key = `${kind} ${cause}`;
    const group = all.get(key) ?? { alerts: [], causes: [] };
    all.set(key, group);
    return group;
  };
  for (const alert of stored) if (alert.status !== 'retracted') groupOf(alert).alerts.push(alert);
  for (const episode of episodes) groupOf(episode).causes.push(episode);
  return [...all.values()];
}

/** Each alert with the cause it tells of: an open one chooses first, and rather the cause that lasts. */
function matched(alerts: readonly StoredAlert[], causes: readonly Episode[]): Map<StoredAlert, Episode> {
  const matches = new Map<StoredAlert, Episode>();
  const free = new Set(causes.toSorted(lastingFirst));
  for (const alert of alerts.toSorted(openFirst)) {
    for (const episode of free) {
      if (!isAbout(alert, episode)) continue;
      matches.set(alert, episode);
      free.delete(episode);
      break;
    }
  }
  return matches;
}

function lastingFirst(a: Episode, b: Episode): number {
  return Number(a.endedAtMs !== null) - Number(b.endedAtMs !== null) || a.beganAtMs - b.beganAtMs;
}

function openFirst(a: StoredAlert, b: StoredAlert): number {
  return Number(isOpen(b)) - Number(isOpen(a)) || a.beganAtMs - b.beganAtMs;
}

/** What was over does not begin again: a cause that lasts after all is another alert, unless a person ended it. */
function isAbout(alert: StoredAlert, episode: Episode): boolean {
  const isReopened = !isOpen(alert) && alert.clearedBy === null && episode.endedAtMs === null;
  return !isReopened && overlap(spanOf(alert), spanOf(episode));
}

function spanOf({ beganAtMs, endedAtMs }: Pick<Episode, 'beganAtMs' | 'endedAtMs'>) {
  return { fromMs: beganAtMs, toMs: endedAtMs };
}

function followed(alert: StoredAlert, episode: Episode, { nowMs, basis }: Present): StoredAlert {
  if (alert.clearedBy !== null) return alert;
  const { convoyVehicleId, stopId, beganAtMs, endedAtMs, at, values } = episode;
  const isOver = isOpen(alert) && endedAtMs !== null;
  return {
    ...alert,
    ...{ convoyVehicleId, stopId, beganAtMs, endedAtMs, at, values, basis },
    ...(isOver && { status: 'cleared', clearedAtMs: nowMs }),
  };
}

function abandoned(alert: StoredAlert, { nowMs, basis, reportIds }: Present): StoredAlert {
  const isYetUnread = alert.reportId !== null && !reportIds.has(alert.reportId);
  if (alert.clearedBy !== null || isYetUnread) return alert;
  if (alert.basis === basis) return { ...alert, status: 'retracted' };
  if (!isOpen(alert)) return alert;
  return { ...alert, status: 'cleared', clearedAtMs: nowMs, endedAtMs: Math.max(alert.beganAtMs, nowMs) };
}

/** Somebody who has acknowledged a cause has done so, however the fixes have since divided it. */
function found(episode: Episode, alerts: readonly StoredAlert[], { nowMs, basis }: Present): StoredAlert {
  const isOver = episode.endedAtMs !== null;
  const known = isOver ? undefined : alerts.find((it) => it.acknowledgement && isOfOne(it, episode));
  return {
    id: randomUUID(),
    ...episode,
    hazardId: null,
    status: isOver ? 'cleared' : known ? 'acknowledged' : 'raised',
    raisedAtMs: isOver ? null : (known?.raisedAtMs ?? nowMs),
    acknowledgement: known?.acknowledgement ?? null,
    clearedAtMs: isOver ? nowMs : null,
    clearedBy: null,
    reportId: null,
    basis,
  };
}

function isOfOne(alert: StoredAlert, episode: Episode): boolean {
  return overlap(spanOf(alert), spanOf(episode));
}

function isSame(a: StoredAlert, b: StoredAlert): boolean {
  return a === b || JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ values, ...alert }: StoredAlert) {
  return { ...alert, values: Object.entries(values).sort(([a], [b]) => a.localeCompare(b)) };
}
