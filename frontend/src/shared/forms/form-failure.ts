import type { FieldError } from '@qafila/contract';

export type Fault = {
  path: string;
  /** Id of the field it belongs to, for the link from the summary. */
  fieldId: string;
  label: string;
  message: string;
};

/** Why a form was not saved: its faults field by field, or one reason for the whole, or both. */
export type FormFailure = {
  faults: Fault[];
  reason?: string;
  /** The request's number, when the server refused. */
  request?: string;
};

/**
 * The field an error belongs to: the longest of the form's paths that it starts with, so that
 * `signature.0.1` is shown at `signature`.
 */
export function fieldOf(path: string, fields: readonly string[]): string {
  const found = fields
    .filter((field) => path === field || path.startsWith(`${field}.`))
    .sort((one, other) => other.length - one.length)[0];
  return found ?? path;
}

/** What a schema says of a value that may simply not be there yet. */
const MAY_BE_EMPTY = new Set(['invalid_type', 'invalid_value', 'invalid_format']);

/**
 * An empty choice (null) or text reads as missing; text or NaN where a number is due as not a whole number. The
 * codes stay those of the contract.
 */
export function refine(error: FieldError, body: unknown): FieldError {
  if (!MAY_BE_EMPTY.has(error.code)) return error;
  const value = valueAt(body, error.path);
  if (value === null || value === undefined || value === '') return { ...error, code: 'required' };
  const isTyped = typeof value === 'string' || Number.isNaN(value);
  return error.code === 'invalid_type' && isTyped ? { ...error, code: 'not_an_integer' } : error;
}

function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], body);
}
