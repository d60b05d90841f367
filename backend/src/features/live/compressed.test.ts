import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCompressed } from './compressed.ts';

test('a snapshot is compressed once until it changes, for each room its own', () => {
  const compressed = createCompressed();
  const first = compressed('a', '{"sequence":1}');
  expect(compressed('a', '{"sequence":1}')).toBe(first);
  expect(gunzipSync(compressed('b', '{"sequence":7}')).toString()).toBe('{"sequence":7}');
  expect(gunzipSync(compressed('a', '{"sequence":2}')).toString()).toBe('{"sequence":2}');
});
