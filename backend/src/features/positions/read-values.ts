import { toLatinDigits } from '@qafila/contract';

/** A JSON object whose members are yet to be looked at. */
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Phones set to Arabic may send their numbers in Arabic digits. */
function withWesternDigits(text: string): string {
  return toLatinDigits(text).replace('٫', '.').replace('−', '-');
}

/** The number a text holds, NaN when it holds none, undefined when there is no text. */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (DECIMAL.test(text)) return Number(text);
  const western = withWesternDigits(text.trim());
  return DECIMAL.test(western) ? Number(western) : Number.NaN;
}

/** The same for a member of a JSON object, where a text of digits will do. */
export function numberAt(members: Members, key: string): number | undefined {
  const value = members[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? numberIn(value) : Number.NaN;
}

export function textAt(members: Members, key: string): string | undefined {
  const value = members[key];
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Seconds end here, milliseconds begin: 2038 as seconds, January 1970 as milliseconds. */
const LAST_AS_SECONDS = 2 ** 31 - 1;

/** Epoch milliseconds, from epoch seconds or milliseconds. */
export function epochMs(value: number): number {
  return Math.abs(value) <= LAST_AS_SECONDS ? value * 1000 : value;
}

const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Epoch milliseconds from epoch seconds or milliseconds, ISO 8601, or `yyyy-MM-dd HH:mm:ss` in UTC. */
export function instantIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const epoch = numberIn(text);
  if (epoch !== undefined && !Number.isNaN(epoch)) return epochMs(epoch);
  const bare = WITHOUT_ZONE.exec(text);
  if (bare) return Date.parse(`${bare[1]}T${bare[2]}Z`);
  return WITH_ZONE.test(text) ? Date.parse(text) : Number.NaN;
}

/** The same for a member of a JSON object. */
export function instantAt(members: Members, key: string): number | undefined {
  const value = members[key];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' || typeof value === 'number' ? instantIn(String(value)) : Number.NaN;
}
