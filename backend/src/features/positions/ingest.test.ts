import { expect, test } from 'vitest';
import { createIngest, type Entry, type Outcome } from './ingest.ts';

const entry = (vehicleNumber: number, done: (outcome: Outcome) => void): Entry => ({
  vehicleNumber,
  fix: {
    recordedAtMs: 0,
    lat: 34,
    lng: 36,
    speedMps: null,
    headingDeg: null,
    altitudeM: null,
    accuracyM: null,
    batteryPct: null,
  },
  flags: 0,
  alarm: null,
  attributes: null,
  done,
});

function pushAll(ingest: ReturnType<typeof createIngest>, count: number): Promise<Outcome[]> {
  return Promise.all(
    Array.from(
      { length: count },
      (_, index) => new Promise<Outcome>((resolve) => ingest.push(entry(index, resolve))),
    ),
  );
}

test('all who wait share a commit, and one batch is in flight at a time', async () => {
  const sizes: number[] = [];
  let inFlight = 0;
  const ingest = createIngest({
    async write(batch) {
      expect(++inFlight).toBe(1);
      sizes.push(batch.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inFlight--;
    },
    isRowsFault: () => false,
    batchMax: 100,
  });
  const first = pushAll(ingest, 10);
  await new Promise((resolve) => setTimeout(resolve, 2));
  const second = pushAll(ingest, 150);
  expect(new Set([...(await first), ...(await second)])).toEqual(new Set(['stored']));
  expect(sizes).toEqual([10, 100, 50]);
});

test('one bad row fails alone', async () => {
  const ingest = createIngest({
    async write(batch) {
      if (batch.some((it) => it.vehicleNumber === 37)) throw new Error('bad row');
    },
    isRowsFault: () => true,
  });
  const outcomes = await pushAll(ingest, 100);
  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(99);
  expect(outcomes[37]).toBe('refused');
});

test('nobody is told stored while the database is away, and all is well when it is back', async () => {
  const faults = [new Error('no connection')];
  const ingest = createIngest({
    async write() {
      for (const fault of faults) throw fault;
    },
    isRowsFault: () => false,
  });
  expect(new Set(await pushAll(ingest, 5))).toEqual(new Set(['unavailable']));
  faults.pop();
  expect(new Set(await pushAll(ingest, 5))).toEqual(new Set(['stored']));
});

test('a full queue turns away, and closing answers what came before and nothing after', async () => {
  const ingest = createIngest({
    write: () => new Promise((resolve) => setTimeout(resolve, 5)),
    isRowsFault: () => false,
    capacity: 10,
  });
  const outcomes = pushAll(ingest, 12);
  await ingest.close();
  expect((await outcomes).filter((outcome) => outcome === 'unavailable')).toHaveLength(2);
  expect(await pushAll(ingest, 1)).toEqual(['unavailable']);
});
