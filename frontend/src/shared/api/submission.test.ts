import { expect, test, vi } from 'vitest';
import { createSubmission } from './submission.ts';
import { randomUuid } from './uuid.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

test('the same content sent again keeps its key; other content and a new submission get another', () => {
  const submission = createSubmission();
  const first = submission.keyFor({ quantity: 3 });
  expect(submission.keyFor({ quantity: 3 })).toBe(first);
  const changed = submission.keyFor({ quantity: 4 });
  expect(changed).not.toBe(first);
  submission.done();
  expect(submission.keyFor({ quantity: 4 })).not.toBe(changed);
});

test('keys are uuids, also where the browser makes none because the page came over plain http', () => {
  expect(randomUuid()).toMatch(UUID);
  const spy = vi.spyOn(globalThis, 'crypto', 'get').mockReturnValue({
    getRandomValues: <Bytes extends ArrayBufferView>(bytes: Bytes) => bytes,
  } as Crypto);
  expect(randomUuid()).toMatch(UUID);
  spy.mockRestore();
});
