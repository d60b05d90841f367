import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTrackerBook, type TrackerRow } from './trackers.ts';

const row: TrackerRow = {
  secretHash: createHash('sha256').update('secret').digest(),
  vehicleNumber: 7,
  plausibleSpeedMps: 55.6,
};

test('a slow read that began before a tracker was revoked does not bring it back', async () => {
  const reads: ((rows: TrackerRow[]) => void)[] = [];
  const book = createTrackerBook(() => new Promise((resolve) => reads.push(resolve)));
  const before = book.reload();
  const after = book.reload();
  reads[1]?.([]);
  await after;
  reads[0]?.([row]);
  await before;
  expect(book.find('secret')).toBeUndefined();
});

test('a tracker the book does not have is looked for once, whoever asks meanwhile', async () => {
  let reads = 0;
  const book = createTrackerBook(async () => {
    reads++;
    return [row];
  });
  expect(await Promise.all(['secret', 'guess', 'guess'].map(book.findAnew))).toEqual([
    7,
    undefined,
    undefined,
  ]);
  expect(await book.findAnew('guess')).toBeUndefined();
  expect(reads).toBe(1);
});

test('a tracker made a moment ago is not unknown while the book is being read', async () => {
  const reads: ((rows: TrackerRow[]) => void)[] = [];
  const book = createTrackerBook(() => new Promise((resolve) => reads.push(resolve)));
  const reload = book.reload();
  const found = book.findAnew('secret');
  reads[0]?.([row]);
  await reload;
  expect(await found).toBe(7);
});

test('while the book cannot be read nobody is told to be unknown', async () => {
  const book = createTrackerBook(() => Promise.reject(new Error('away')));
  await expect(book.findAnew('secret')).rejects.toThrow('away');
  await expect(book.findAnew('secret')).rejects.toThrow('away');
});
