import type { z } from 'zod';
import type { FieldError } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, field by field, in codes that the screens translate; the same on both sides. */
export function toFieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap(toErrors);
}

/** Codes of field errors, apart from those of a problem that names a field. */
export const FIELD_ERROR_CODES = [
  'required',
  'invalid_type',
  'invalid_value',
  'invalid_format',
  'not_an_integer',
  'too_small',
  'too_big',
  'too_short',
  'too_long',
  'unknown_field',
  'forbidden_characters',
  'invisible_text',
  'implausible_year',
  'end_before_start',
  'reason_required',
  'association_for_role',
  'duplicate_lines',
  'document_required',
  'position_taken',
  'iban_checksum',
  'counts_do_not_fit',
  'funding_is_not_budget',
  'month_not_over',
  'outside_run',
  'no_such_reference',
  'wrong_kind',
  'reaches_nobody',
  'before_campaign',
  'after_campaign',
  'outside_campaign',
  'after_now',
  'before_now',
  'too_late',
  'no_such_day',
  'does_not_balance',
  'too_early',
  'off_the_way',
  'unknown_format',
  'unreadable',
  'missing_column',
  'duplicate_column',
  'wrong_delimiter',
  'too_many_rows',
  'unsupported_geometry',
  'unsupported_crs',
  'not_actual',
  'entities_refused',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** One wrong field found by a service rather than by a schema. */
export function fieldError(path: string, code: FieldErrorCode, values?: FieldError['values']): FieldError {
  return { path, code, message: code, ...(values && { values }) };
}

function toErrors(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      code: 'unknown_field' satisfies FieldErrorCode,
      message: issue.message,
    }));
  }
  const bounds = boundsOf(issue);
  return [
    {
      path: pathOf(issue.path),
      code: codeOf(issue),
      message: issue.message,
      ...(bounds && { values: bounds }),
    },
  ];
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeCode(issue);
    case 'too_small':
      return isLength(issue.origin) ? tooShort(issue.minimum) : 'too_small';
    case 'too_big':
      return isLength(issue.origin) ? 'too_long' : 'too_big';
    case 'custom':
      return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid_value';
    case 'invalid_format':
      return 'invalid_format';
    default:
      return 'invalid_value';
  }
}

function typeCode(issue: z.core.$ZodIssueInvalidType): FieldErrorCode {
  if (issue.input === undefined) return 'required';
  return issue.expected === 'int' ? 'not_an_integer' : 'invalid_type';
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

/** An empty text or list where one is due reads better as missing than as too short. */
function tooShort(minimum: number | bigint): FieldErrorCode {
  return minimum === 1 ? 'required' : 'too_short';
}

function boundsOf(issue: Issue): FieldError['values'] | undefined {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'custom') return issue.params?.['values'] as FieldError['values'];
  return undefined;
}
