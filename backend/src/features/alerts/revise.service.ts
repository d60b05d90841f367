import type { Topic } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';
import { alertsOf, insertAlert, lockAlertsOf, updateAlert } from './alerts.repository.ts';
import { type Call, reviseCalls } from './calls.ts';
import type { Episode } from './fold/episode.ts';
import { reviseHazards, type Stretch } from './hazard-stretches.ts';
import { reconcile } from './reconcile.ts';
import type { KnownTrip } from './trips.service.ts';

/** All that is found amiss with a convoy at one moment. */
export type Findings = {
  readonly episodes: readonly Episode[];
  readonly calls: readonly Call[];
  readonly stretches: readonly Stretch[];
};

export const ALERT_TOPICS: Topic[] = ['alerts'];

/** Brings the alerts of a convoy in line with what is found; whether any of them is another than before. */
export async function revise(
  db: Db,
  { trip, basis }: KnownTrip,
  { episodes, calls, stretches }: Findings,
  now: Date,
): Promise<boolean> {
  return await inTransaction(db, async (trx) => {
    await lockAlertsOf(trx, trip.convoyId);
    const stored = await alertsOf(trx, trip.convoyId);
    const reportIds = new Set(trip.reports.map(({ id }) => id));
    const present = { nowMs: now.getTime(), basis, reportIds };
    const onTheRoad = reconcile(
      stored.filter(({ kind }) => kind !== 'hazard_ahead'),
      episodes,
      present,
    );
    const ahead = reviseHazards(stored, stretches, present);
    const called = reviseCalls(stored, calls, present);
    const inserted = [...onTheRoad.inserted, ...ahead.inserted, ...called.inserted];
    const changed = [...onTheRoad.changed, ...ahead.changed, ...called.changed];
    // Those that end make room for those that begin: one cause has one open alert.
    for (const alert of changed) await updateAlert(trx, alert);
    for (const alert of inserted) await insertAlert(trx, alert, trip, now);
    return inserted.length + changed.length > 0;
  });
}
