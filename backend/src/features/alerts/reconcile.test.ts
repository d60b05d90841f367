import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviseCalls } from './calls.ts';
import type { Episode } from './fold/episode.ts';
import { type Present, reconcile } from './reconcile.ts';
import { isOpen, type StoredAlert } from './stored-alert.ts';

const present = (nowMs: number, basis = 'plan'): Present => ({ nowMs, basis, reportIds: new Set() });
const silence = (beganAtMs: number, endedAtMs: number | null): Episode => ({
  kind: 'silent',
  cause: 'vehicle-1',
  convoyVehicleId: 'vehicle-1',
  stopId: null,
  beganAtMs,
  endedAtMs,
  at: null,
  values: {},
});

/** The alerts after each finding in turn. */
function through(stored: readonly StoredAlert[], found: readonly Episode[], now: Present): StoredAlert[] {
  const { inserted, changed } = reconcile(stored, found, now);
  return [...stored.map((alert) => changed.find(({ id }) => id === alert.id) ?? alert), ...inserted];
}

function acknowledged(alert: StoredAlert): StoredAlert {
  return { ...alert, status: 'acknowledged', acknowledgement: { atMs: 30, by: 'rana', note: 'called him' } };
}

const statusOf = (alerts: readonly StoredAlert[]) => alerts.map(({ status }) => status);

describe('an alert', () => {
  const raised = through([], [silence(10, null)], present(25));

  test('is raised once, cleared when its cause ends, and on record without having been raised if that was before', () => {
    expect(raised).toMatchObject([{ status: 'raised', beganAtMs: 10, raisedAtMs: 25 }]);
    expect(reconcile(raised, [silence(10, null)], present(60))).toEqual({ inserted: [], changed: [] });
    const cleared = through(raised, [silence(10, 40)], present(60));
    expect(cleared).toMatchObject([{ status: 'cleared', endedAtMs: 40, clearedAtMs: 60, raisedAtMs: 25 }]);
    expect(through([], [silence(10, 40)], present(60))).toMatchObject([
      { status: 'cleared', raisedAtMs: null },
    ]);
  });

  test('that late fixes prove wrong is retracted; one that a change of plan ends is cleared', () => {
    expect(statusOf(through(raised, [], present(60)))).toEqual(['retracted']);
    expect(through(raised, [], present(60, 'new plan'))).toMatchObject([
      { status: 'cleared', endedAtMs: 60 },
    ]);
    const past = through([], [silence(10, 40)], present(60));
    expect(reconcile(past, [], present(70, 'new plan'))).toEqual({ inserted: [], changed: [] });
    expect(statusOf(through(past, [], present(70)))).toEqual(['retracted']);
  });

  test('follows its cause when late fixes move its beginning, and stays acknowledged', () => {
    const known = raised.map(acknowledged);
    const moved = through(known, [silence(10, 18), silence(20, null)], present(60));
    expect(moved).toMatchObject([
      { id: known[0]?.id, status: 'acknowledged', beganAtMs: 20 },
      { status: 'cleared', beganAtMs: 10, endedAtMs: 18, raisedAtMs: null },
    ]);
  });

  test('whose end proves wrong gives way to one that goes on, acknowledged if it was', () => {
    const over = through(raised.map(acknowledged), [silence(10, 40)], present(60));
    const again = through(over, [silence(10, null)], present(70));
    expect(statusOf(again)).toEqual(['retracted', 'acknowledged']);
    expect(again[1]?.acknowledgement?.note).toBe('called him');
  });

  test('that a person has ended is left alone', () => {
    const ended = raised.map((alert) => ({
      ...alert,
      status: 'cleared' as const,
      endedAtMs: 40,
      clearedBy: 'rana',
    }));
    expect(reconcile(ended, [], present(60))).toEqual({ inserted: [], changed: [] });
    expect(reconcile(ended, [silence(10, null)], present(60))).toEqual({ inserted: [], changed: [] });
  });

  test('a driver told of stands until what the driver told has been read', () => {
    const reported = raised.map((alert) => ({ ...alert, reportId: 'report', basis: '' }));
    expect(reconcile(reported, [], present(60))).toEqual({ inserted: [], changed: [] });
    const read = { ...present(60), reportIds: new Set(['report']) };
    expect(reconcile(reported, [], read).changed).toMatchObject([{ status: 'cleared' }]);
  });
});

describe('through any findings', () => {
  const spans = fc
    .uniqueArray(fc.integer({ min: 0, max: 100 }), { maxLength: 8 })
    .map((marks) => marks.toSorted((a, b) => a - b))
    .chain((marks) => fc.boolean().map((isLasting) => ({ marks, isLasting })))
    .map(({ marks, isLasting }) =>
      marks.flatMap((mark, i) => {
        if (i % 2 === 1) return [];
        const end = marks[i + 1];
        if (end !== undefined) return [silence(mark, end)];
        return isLasting ? [silence(mark, null)] : [];
      }),
    );

  const effective = (alerts: readonly StoredAlert[]) =>
    alerts
      .filter(({ status }) => status !== 'retracted')
      .map(({ beganAtMs, endedAtMs }) => [beganAtMs, endedAtMs])
      .sort(([a], [b]) => Number(a) - Number(b));

  /** One that was acknowledged, and goes on, is still so. */
  function keepsWord(before: readonly StoredAlert[], after: readonly StoredAlert[]): boolean {
    const known = before.find(({ status }) => status === 'acknowledged');
    const open = after.find(isOpen);
    const goesOn = known && open && open.beganAtMs <= (known.endedAtMs ?? Infinity);
    return !goesOn || open.status === 'acknowledged';
  }

  test('the record ends equal to the last of them, with one open alert at most, and nobody’s word lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spans, fc.boolean()), { minLength: 1, maxLength: 12 }), (findings) => {
        let alerts: StoredAlert[] = [];
        for (const [i, [found, isAcknowledged]] of findings.entries()) {
          const before = alerts;
          alerts = through(alerts, found, present(100 + i));
          expect(alerts.filter(isOpen).length).toBeLessThanOrEqual(1);
          expect(keepsWord(before, alerts)).toBe(true);
          expect(effective(alerts)).toEqual(found.map(({ beganAtMs, endedAtMs }) => [beganAtMs, endedAtMs]));
          if (isAcknowledged) alerts = alerts.map((it) => (it.status === 'raised' ? acknowledged(it) : it));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('calls for help', () => {
  const MIN = 60_000;
  const call = (minute: number) => ({ convoyVehicleId: 'vehicle-1', atMs: minute * MIN, lat: 33, lng: 36 });
  const first = reviseCalls([], [call(10), call(11)], present(12 * MIN)).inserted;

  test('are one alert until a person ends it, and then another', () => {
    expect(first).toMatchObject([{ status: 'raised', beganAtMs: 10 * MIN, endedAtMs: null }]);
    expect(reviseCalls(first, [call(10), call(60)], present(60 * MIN))).toEqual({
      inserted: [],
      changed: [],
    });
    const ended = first.map((it) => ({
      ...it,
      status: 'cleared' as const,
      clearedAtMs: 20 * MIN,
      clearedBy: 'rana',
    }));
    expect(reviseCalls(ended, [call(10), call(19)], present(30 * MIN)).inserted).toEqual([]);
    expect(reviseCalls(ended, [call(10), call(22)], present(30 * MIN)).inserted).toMatchObject([
      { status: 'raised' },
    ]);
  });

  test('that came out of order began with the first, and one of hours ago is still a call', () => {
    expect(reviseCalls(first, [call(4), call(10)], present(12 * MIN)).changed).toMatchObject([
      { beganAtMs: 4 * MIN },
    ]);
    expect(reviseCalls([], [call(0)], present(300 * MIN)).inserted).toMatchObject([{ status: 'raised' }]);
    expect(reviseCalls([], [call(0)], present(400 * MIN)).inserted).toMatchObject([
      { status: 'cleared', raisedAtMs: null },
    ]);
  });

  test('are never taken back by what the fixes say', () => {
    expect(reconcile(first, [], present(60 * MIN))).toEqual({ inserted: [], changed: [] });
  });
});
