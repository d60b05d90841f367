import { z } from 'zod';
import { toLatinDigits } from './digits.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Name, Uuid } from './primitives.ts';

/** ISO 13616: country, two check digits, up to thirty more; what begins like that is held to it. */
const LOOKS_LIKE_IBAN = /^[A-Z]{2}\d{2}/;
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/;

/** Whether the check digits are right (ISO 7064, mod 97-10). */
export function isIban(text: string): boolean {
  if (!IBAN.test(text)) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Digits of Arabic keyboards count as what they are; spaces and dashes only group. */
function plainNumber(text: string): string {
  return toLatinDigits(text.normalize('NFKC')).replace(/[\s-]/g, '').toUpperCase();
}

export const AccountNumber = z
  .string()
  .max(80)
  .transform(plainNumber)
  .pipe(
    z
      .string()
      .regex(/^[A-Z\d]{8,34}$/)
      .refine((text) => !LOOKS_LIKE_IBAN.test(text) || isIban(text), { params: { code: 'iban_checksum' } }),
  );

export const BankAccount = z.strictObject({
  id: Uuid,
  bankName: z.string(),
  holder: z.string(),
  /** Null for those who may not know it (`bank:read`). */
  number: z.string().nullable(),
  lastFour: z.string(),
  addedAt: Instant,
});
export type BankAccount = z.infer<typeof BankAccount>;

const AssociationParams = z.strictObject({ associationId: Uuid });

export const listBankAccounts = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/bank-accounts',
  summary: 'An association’s bank accounts; numbers only for itself and for officials',
  access: 'association:read',
  params: AssociationParams,
  response: z.array(BankAccount),
});

/** An account does not change: a wrong one is removed, and entered anew. */
export const addBankAccount = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/bank-accounts',
  summary: 'Add a bank account',
  access: 'association:maintain',
  params: AssociationParams,
  body: z.strictObject({ bankName: Name, holder: Name, number: AccountNumber }),
  success: 201,
  // A kept answer would hold the number a second time.
  idempotent: false,
  response: BankAccount,
});

export const removeBankAccount = endpoint({
  method: 'delete',
  path: '/api/v1/associations/:associationId/bank-accounts/:bankAccountId',
  summary: 'Remove a bank account',
  access: 'association:maintain',
  params: z.strictObject({ associationId: Uuid, bankAccountId: Uuid }),
});
