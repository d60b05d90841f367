import * as contract from '@qafila/contract';
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

const COMPONENT = '#/components/schemas/';

/** The contract's named schemas: answers refer to them by name. */
const named = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(contract)) {
  if (value instanceof z.ZodType) named.add(value, { id: name });
}

/** Everything `#/components/schemas` holds: the named schemas, as they stand in answers. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(named, {
    io: 'output',
    unrepresentable: 'any',
    uri: (id) => COMPONENT + id,
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]));
}

/** What a request carries, written out in full. */
export function requestSchema(schema: z.ZodType): JsonSchema {
  return plain(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry() }));
}

/** What an answer carries, by the names of its parts. */
export function responseSchema(schema: z.ZodType): JsonSchema {
  const whole = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', metadata: named });
  const { $defs: _parts, ...rest } = whole;
  return referToComponents(plain(rest)) as JsonSchema;
}

function plain(schema: object): JsonSchema {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as JsonSchema;
  return rest;
}

function referToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referToComponents);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace('#/$defs/', COMPONENT)
        : referToComponents(part),
    ]),
  );
}
