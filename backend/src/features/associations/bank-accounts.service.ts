import { randomUUID } from 'node:crypto';
import { type BankAccount, LIMITS, scopeOf } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { announceChange, readAssociation, requireMaintainable } from './associations.service.ts';
import {
  type BankAccountRow,
  bankAccountsOf,
  deleteBankAccount,
  insertBankAccount,
} from './bank-accounts.repository.ts';

export async function listBankAccounts(ctx: Context, associationId: string): Promise<BankAccount[]> {
  await readAssociation(ctx, associationId);
  const mayKnow = scopeOf(ctx.actor.role, 'bank:read') !== undefined;
  const rows = await bankAccountsOf(ctx.db, associationId);
  return rows.map((row) => toAccount(row, mayKnow));
}

export async function addBankAccount(
  ctx: Context,
  associationId: string,
  given: Pick<BankAccountRow, 'bankName' | 'holder' | 'number'>,
): Promise<BankAccount> {
  await requireMaintainable(ctx, associationId);
  const { length } = await bankAccountsOf(ctx.db, associationId);
  if (length >= LIMITS.bankAccountsPerAssociation) {
    throw new Refusal('conflict', undefined, { values: { maximum: LIMITS.bankAccountsPerAssociation } });
  }
  const row = { id: randomUUID(), ...given, addedAt: ctx.now() };
  await insertBankAccount(ctx.db, associationId, row);
  await tell(ctx, 'association.bankAccountAdded', associationId, row.id);
  return toAccount(row, true);
}

export async function removeBankAccount(ctx: Context, associationId: string, id: string): Promise<void> {
  await requireMaintainable(ctx, associationId);
  if (!(await deleteBankAccount(ctx.db, associationId, id))) throw new Refusal('not_found');
  await tell(ctx, 'association.bankAccountRemoved', associationId, id);
}

async function tell(ctx: Context, action: string, associationId: string, id: string): Promise<void> {
  announceChange(ctx, associationId);
  await audit(ctx, {
    action,
    subjectType: 'association',
    subjectId: associationId,
    detail: { bankAccountId: id },
  });
}

function toAccount({ number, addedAt, ...row }: BankAccountRow, mayKnow: boolean): BankAccount {
  return {
    ...row,
    number: mayKnow ? number : null,
    lastFour: number.slice(-4),
    addedAt: addedAt.toISOString(),
  };
}
