import type { ProblemCode } from '@qafila/contract';
import { Refusal } from './refusal.ts';

/** Rules the database keeps, and what breaking each means to the one who asked. */
const CONSTRAINTS: Readonly<Record<string, ProblemCode>> = {
  accounts_allotted_within_stock: 'above_stock',
  accounts_balance_not_negative: 'above_stock',
  convoy_vehicles_weight: 'above_weight',
  convoy_vehicles_volume: 'above_volume',
  convoy_vehicles_one_convoy_at_a_time: 'vehicle_busy',
  manifest_lines_loaded_within_allotted: 'above_allotted',
  pledges_outstanding_not_negative: 'above_outstanding',
  needs_one_per_site_and_item: 'need_exists',
  outputs_once_a_day: 'output_exists',
  project_months_pkey: 'month_exists',
  delivery_lines_add_up: 'counts_do_not_add_up',
  users_email_key: 'email_taken',
  associations_declaration: 'declaration_number_taken',
};

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
/** Deadlock, and a serialization failure: nothing was written, the same work may succeed now. */
const WORTH_ANOTHER_TRY = new Set(['40P01', '40001']);
/** Text the database cannot store, and a number out of its range. */
const UNSTORABLE = new Set(['22021', '22P05', '22003']);

type DatabaseError = Error & { code: string; constraint?: string };

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

export function isWorthAnotherTry(error: unknown): boolean {
  return isDatabaseError(error) && WORTH_ANOTHER_TRY.has(error.code);
}

/** The database shuts down, starts up, or has no connection left; or the way to it is broken. */
const AWAY =
  /^(?:57P0[1-3]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const AWAY_WITHOUT_CODE = /(?:Connection (?:terminated|ended) unexpectedly|not queryable)$/;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isDatabaseError(error)) return AWAY.test(error.code);
  return error.name === 'KnexTimeoutError' || AWAY_WITHOUT_CODE.test(error.message);
}

/** A broken rule as the refusal it stands for; anything else as it is. */
export function asRefusal(error: unknown): unknown {
  if (isAway(error)) return new Refusal('unavailable', undefined, { cause: error, retryAfterS: 2 });
  if (!isDatabaseError(error) || error instanceof Refusal) return error;
  const rule = error.constraint === undefined ? undefined : CONSTRAINTS[error.constraint];
  if (rule) return new Refusal(rule, undefined, { cause: error });
  if (error.code === UNIQUE_VIOLATION) return new Refusal('conflict', undefined, { cause: error });
  if (error.code === FOREIGN_KEY_VIOLATION) return new Refusal('not_found', undefined, { cause: error });
  if (UNSTORABLE.has(error.code)) return new Refusal('invalid_input', undefined, { cause: error });
  if (isWorthAnotherTry(error))
    return new Refusal('unavailable', undefined, { cause: error, retryAfterS: 1 });
  return error;
}
