import type { DriverFix, DriverReport, DriverView } from '@qafila/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../phone/request.ts';
import type { Api } from './api.ts';
import { type DriverState, Driving } from './driving.ts';
import { memoryStore, type Store } from './store.ts';

const NOW = Date.parse('2026-10-14T05:00:00Z');
const NOBODY_ANSWERS = { kind: 'unreachable' } as const;
const SIGNED_OUT = { kind: 'ended' } as const;

function view(plate = '12-771305', convoyId = 'convoy'): DriverView {
  const convoy = { id: convoyId, departedAt: null } as DriverView['convoy'];
  const vehicle = { plate } as DriverView['vehicle'];
  return { asOf: new Date().toISOString(), convoy, vehicle, stops: [], hazards: [] };
}
const fixAt = (seconds: number) =>
  ({ at: new Date(NOW + seconds * 1_000).toISOString(), lat: 35, lng: 36 }) as DriverFix;

/** What the server says from now on, and what it has been sent. */
let answer: Reply<DriverView>;
let begun: string[];
let reports: DriverReport[];
let fixes: DriverFix[];
let store: Store;
let state: DriverState;

const api: Api = {
  begin: async (secret, phoneKey) => {
    begun.push(`${secret} ${phoneKey}`);
    return answer;
  },
  view: async () => answer,
  sendReport: async (report) => {
    if (answer.kind === 'done') reports.push(report);
    return answer;
  },
  sendFixes: async (batch) => {
    if (answer.kind !== 'done') return answer;
    fixes.push(...batch);
    return { kind: 'done', body: { stored: batch.length, refused: [] } };
  },
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  answer = { kind: 'done', body: view() };
  [begun, reports, fixes] = [[], [], []];
  store = memoryStore();
});
afterEach(() => vi.useRealTimers());

type Disk = { answer: () => void; refuse: (why: Error) => void };

/** For pages opened from now on: what they queue waits until the disk has answered. */
function slowDisk(): Disk {
  const disk: Disk = { answer: () => undefined, refuse: () => undefined };
  const answered = new Promise<void>((resolve, reject) =>
    Object.assign(disk, { answer: resolve, refuse: reject }),
  );
  const { add } = store;
  store = { ...store, add: (queue, value) => answered.then(() => add(queue, value)) };
  return disk;
}

/** The page opened anew on the same phone, after the last one was killed. */
async function open(secret: string | null): Promise<Driving> {
  vi.clearAllTimers();
  const driving = new Driving({
    store,
    api,
    nowMs: Date.now,
    onChange: (changed) => {
      state = changed;
    },
  });
  await driving.begin(secret);
  await vi.advanceTimersByTimeAsync(0);
  return driving;
}

describe('a link', () => {
  test('is asked for again, as the same phone, until it is answered', async () => {
    answer = NOBODY_ANSWERS;
    await open('secret');
    expect(state.phase).toBe('unreachable');
    answer = { kind: 'done', body: view() };
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state.phase).toBe('driving');
    expect(new Set(begun).size).toBe(1);
  });

  test('that another phone has, or that is none, is told apart', async () => {
    answer = { kind: 'refused', code: 'token_expired', paths: [] };
    await open('secret');
    expect(state.phase).toBe('used');
    answer = { kind: 'refused', code: 'not_found', paths: [] };
    await open('other');
    expect(state.phase).toBe('unknown');
  });

  test('opened again on its own phone without a network leads back to the trip', async () => {
    await open('secret');
    answer = NOBODY_ANSWERS;
    await open('secret');
    expect([state.phase, state.view?.vehicle.plate, state.isReached]).toEqual([
      'driving',
      '12-771305',
      false,
    ]);
    expect(begun).toHaveLength(1);
  });

  test('is what a phone without one is told to open', async () => {
    answer = SIGNED_OUT;
    await open(null);
    expect(state.phase).toBe('none');
  });
});

describe('a report', () => {
  test('can be taken back for five seconds, and is then never sent', async () => {
    const driving = await open('secret');
    await driving.report('departed');
    expect([state.said.length, state.held?.report.kind]).toEqual([1, 'departed']);
    await driving.takeBack();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.said, state.held, reports]).toEqual([[], null, []]);
  });

  test('goes by itself after that, and a call for help at once', async () => {
    const driving = await open('secret');
    await driving.report('departed');
    await driving.report('sos');
    await vi.advanceTimersByTimeAsync(100);
    expect(reports.map(({ kind }) => kind)).toEqual(['sos']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reports.map(({ kind }) => kind)).toEqual(['sos', 'departed']);
    expect(state.waiting).toEqual({ reports: 0, fixes: 0 });
  });

  test('outlives the page, and goes when the network is back', async () => {
    const driving = await open('secret');
    answer = NOBODY_ANSWERS;
    await driving.report('arrived', { stopId: 'stop' });
    await driving.addFix(fixAt(0));
    await driving.addFix(fixAt(10));
    await open(null);
    expect([state.waiting, state.said.length]).toEqual([{ reports: 1, fixes: 2 }, 1]);
    answer = { kind: 'done', body: view() };
    await vi.advanceTimersByTimeAsync(70_000);
    expect(reports.map(({ stopId }) => stopId)).toEqual(['stop']);
    expect(fixes).toEqual([fixAt(0), fixAt(10)]);
    expect(state.lastSentAt).toBe(fixAt(10).at);
  });

  test('that is refused is forgotten, and that is said', async () => {
    const driving = await open('secret');
    answer = { kind: 'refused', code: 'invalid_input', paths: ['stopId'] };
    await driving.report('arrived', { stopId: 'gone' });
    await vi.advanceTimersByTimeAsync(6_000);
    expect([state.said, state.wasRefused, state.waiting.reports]).toEqual([[], true, 0]);
  });

  test('has the server’s time, though the phone’s clock be hours behind', async () => {
    answer = { kind: 'done', body: { ...view(), asOf: new Date(NOW + 3 * 3_600_000).toISOString() } };
    const driving = await open('secret');
    await driving.report('sos');
    await vi.advanceTimersByTimeAsync(100);
    expect(reports[0]?.at).toBe('2026-10-14T08:00:00.000Z');
  });
});

describe('a tap', () => {
  test('is on the screen before a slow disk has it, so that no second tap finds its button', async () => {
    const disk = slowDisk();
    const driving = await open('secret');
    const reported = driving.report('arrived', { stopId: 'stop' });
    expect([state.said.map(({ stopId }) => stopId), state.held?.report.kind]).toEqual([['stop'], 'arrived']);
    const takenBack = driving.takeBack();
    disk.answer();
    await Promise.all([reported, takenBack]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.said, state.held, reports]).toEqual([[], null, []]);
  });

  test('that the disk does not take is as if it had not been', async () => {
    const disk = slowDisk();
    const driving = await open('secret');
    disk.refuse(new Error('The disk is full'));
    await expect(driving.report('departed')).rejects.toThrow('full');
    expect([state.said, state.held, state.waiting.reports]).toEqual([[], null, 0]);
  });

  test('is known to the page that is opened after it was killed at once', async () => {
    const driving = await open('secret');
    answer = NOBODY_ANSWERS;
    await driving.report('arrived', { stopId: 'stop' });
    await store.write('said', []);
    await open(null);
    expect(state.said.map(({ stopId }) => stopId)).toEqual(['stop']);
  });
});

test('a place that the browser tells once more to a page opened anew is not kept twice', async () => {
  const driving = await open('secret');
  answer = NOBODY_ANSWERS;
  await driving.addFix(fixAt(0));
  const again = await open(null);
  await again.addFix(fixAt(0));
  expect(state.waiting.fixes).toBe(1);
  await again.addFix(fixAt(10));
  expect(state.waiting.fixes).toBe(2);
});

describe('when the link has ended', () => {
  beforeEach(async () => {
    const driving = await open('secret');
    answer = NOBODY_ANSWERS;
    await driving.report('problem', { note: 'عطل' });
    await driving.addFix(fixAt(0));
    answer = SIGNED_OUT;
    await vi.advanceTimersByTimeAsync(120_000);
    await open(null);
  });

  test('the page says so, and keeps what was not sent', () => {
    expect([state.phase, state.waiting]).toEqual(['ended', { reports: 1, fixes: 1 }]);
  });

  test('a new link for the same vehicle takes it along', async () => {
    answer = { kind: 'done', body: view() };
    await open('new secret');
    await vi.advanceTimersByTimeAsync(6_000);
    expect([state.phase, reports.length, fixes.length]).toEqual(['driving', 1, 1]);
  });

  test('a link for another vehicle does not', async () => {
    answer = { kind: 'done', body: view('47-118820') };
    await open('new secret');
    await vi.advanceTimersByTimeAsync(6_000);
    expect([state.said, reports, fixes]).toEqual([[], [], []]);
  });
});
