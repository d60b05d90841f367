import { expect, test } from 'vitest';
import { stateOf } from './invitation-state.ts';

const open = { acceptedAt: null, revokedAt: null, expiresAt: '2026-10-20T00:00:00Z' };
const NOW = new Date('2026-10-14T00:00:00Z');

test('an invitation is open until it is accepted, revoked or too old', () => {
  const at = '2026-10-10T00:00:00Z';
  expect(stateOf(open, NOW)).toEqual({ name: 'open', at: open.expiresAt });
  expect(stateOf({ ...open, acceptedAt: at }, NOW)).toEqual({ name: 'accepted', at });
  expect(stateOf({ ...open, revokedAt: at }, NOW)).toEqual({ name: 'revoked', at });
  expect(stateOf(open, new Date(open.expiresAt)).name).toBe('expired');
});
