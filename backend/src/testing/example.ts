import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Json = {
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  type?: string;
  format?: string;
  pattern?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  minItems?: number;
  minimum?: number;
  minLength?: number;
};

/** The least that a schema takes, made from the schema itself; refinements are not known to it. */
export function exampleOf(schema: z.ZodType): unknown {
  return make(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
}

function make(it: Json): unknown {
  if (it.const !== undefined) return it.const;
  if (it.enum) return it.enum[0];
  const options = it.anyOf ?? it.oneOf;
  if (options) return make(options.find(({ type }) => type !== 'null') ?? {});
  if (it.allOf) return make(Object.assign({}, ...it.allOf));
  return (OF_TYPE[it.type ?? 'string'] ?? textFor)(it);
}

const OF_TYPE: Readonly<Record<string, (it: Json) => unknown>> = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((key) => [key, make(properties[key] ?? {})])),
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => make(items)),
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => Math.max(1, minimum),
  boolean: () => true,
};

function textFor({ format, pattern = '' }: Json): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-01-15';
  if (format === 'date-time') return '2026-01-15T10:00:00Z';
  if (format === 'email') return 'somebody@example.org';
  if (pattern.startsWith('^SY')) return 'SY01';
  if (pattern.includes('20\\d{2}')) return pattern.includes('-(0') ? '2026-01' : '2026';
  return 'example text';
}
