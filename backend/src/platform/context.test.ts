import type { Role, Scope } from '@qafila/contract';
import { expect, test } from 'vitest';
import { onlyAssociation } from './context.ts';

const actor = (role: Role, scope: Scope, associationId: string | null) => ({
  userId: '',
  name: '',
  role,
  scope,
  associationId,
});

test('who may see all is limited to no association, and who may see their own to theirs', () => {
  expect(onlyAssociation(actor('official', 'any', null))).toBeNull();
  expect(onlyAssociation(actor('association', 'own', 'ours'))).toBe('ours');
});

test('who may see only their own and belongs to nobody sees nothing, rather than everything', () => {
  expect(() => onlyAssociation(actor('association', 'own', null))).toThrow('Your role may not do this');
});
