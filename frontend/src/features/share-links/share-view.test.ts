import type { ShareLink } from '@qafila/contract';
import { expect, test } from 'vitest';
import { addressOf, byState, stateOf } from './share-view.ts';

const NOW = new Date('2026-10-14T11:00:00.000Z');
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function link(n: number, changes: Partial<ShareLink> = {}): ShareLink {
  return {
    id: uuid(n),
    kind: 'wall',
    precision: 'exact',
    label: `Wall ${n}`,
    convoy: null,
    createdAt: new Date(NOW.getTime() - n * 60_000).toISOString(),
    createdByName: 'Rana',
    expiresAt: '2026-10-15T11:00:00.000Z',
    revokedAt: null,
    lastUsedAt: null,
    useCount: 0,
    path: '/wall/1#secret',
    ...changes,
  };
}

test('a link ends when its time comes or when somebody ends it', () => {
  expect(stateOf(link(1), NOW)).toBe('open');
  expect(stateOf(link(1, { expiresAt: NOW.toISOString() }), NOW)).toBe('expired');
  expect(stateOf(link(1, { revokedAt: NOW.toISOString() }), NOW)).toBe('revoked');
});

test('what opens something comes apart from what does not, newest first', () => {
  const links = [link(3), link(2, { revokedAt: NOW.toISOString(), path: null }), link(1)];
  const { open, ended } = byState(links, NOW);
  expect(open.map(({ label }) => label)).toEqual(['Wall 1', 'Wall 3']);
  expect(ended.map(({ label }) => label)).toEqual(['Wall 2']);
});

test('the language stands before the secret, and Arabic needs no saying', () => {
  expect(addressOf('https://q.example', '/wall/1#secret', 'ar')).toBe('https://q.example/wall/1#secret');
  expect(addressOf('https://q.example', '/wall/1#secret', 'en')).toBe(
    'https://q.example/wall/1?lang=en#secret',
  );
});
