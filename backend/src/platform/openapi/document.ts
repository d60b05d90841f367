import type { Endpoint } from '@qafila/contract';
import {
  APPLICATION_KEY_HEADER,
  PERMISSIONS,
  PROBLEMS,
  Problem,
  type ProblemCode,
  SHARE_TOKEN_HEADER,
} from '@qafila/contract';
import { ENDPOINTS, type NamedEndpoint } from '../endpoint-index.ts';
import { VERSION } from '../version.ts';
import { componentSchemas, type JsonSchema, requestSchema, responseSchema } from './schemas.ts';

const SENT_TYPES = {
  image: ['image/jpeg', 'image/png', 'image/webp'],
  file: ['application/octet-stream'],
};
const BINARY = { type: 'string', format: 'binary' };

/** OpenAPI 3.1 of every endpoint in the contract. */
export function openApiDocument(): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qafila',
      version: VERSION,
      description:
        'Emergency relief campaigns and convoys. Errors are RFC 9457 problem documents with a stable `code`. ' +
        'Times are ISO 8601, UTC. Positions also travel by Socket.IO, and trackers report at `/` and `/api/v1/track`.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(ENDPOINTS.map(tagOf))].toSorted().map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: { ...componentSchemas(), Problem: requestSchema(Problem) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'qafila_session',
          description: 'Set by POST /api/v1/session.',
        },
        driverPhone: {
          type: 'apiKey',
          in: 'cookie',
          name: 'qafila_driver',
          description: 'Set by POST /api/v1/driver/session; over TLS as `__Host-qafila_driver`.',
        },
        shareLink: {
          type: 'apiKey',
          in: 'header',
          name: SHARE_TOKEN_HEADER,
          description: 'Of the link `/wall/<id>#<mac>`: `<id>.<mac>`.',
        },
        applicationKey: {
          type: 'apiKey',
          in: 'header',
          name: APPLICATION_KEY_HEADER,
          description: 'Of an application: `<reference>.<secret>`.',
        },
      },
    },
  };
}

function paths(): JsonSchema {
  const byPath: Record<string, JsonSchema> = {};
  for (const it of ENDPOINTS) {
    const path = it.endpoint.path.replace(/:(\w+)/g, '{$1}');
    byPath[path] = { ...byPath[path], [it.endpoint.method]: operation(it) };
  }
  return byPath;
}

function operation({ name, endpoint }: NamedEndpoint): JsonSchema {
  return {
    operationId: name,
    tags: [tagOf({ name, endpoint })],
    summary: endpoint.summary,
    description: whoMay(endpoint.access),
    security: securityOf(endpoint.access),
    parameters: parameters(endpoint),
    ...(hasBody(endpoint) && { requestBody: { required: true, content: bodyContent(endpoint) } }),
    responses: { [endpoint.success]: success(endpoint), ...problems(endpoint) },
  };
}

function securityOf(access: Endpoint['access']): JsonSchema[] {
  if (access === 'public') return [];
  if (access === 'driver') return [{ driverPhone: [] }];
  if (access === 'applicant') return [{ applicationKey: [] }];
  return [access === 'shared' ? { shareLink: [] } : { session: [] }];
}

/** The first noun of the path. */
function tagOf({ endpoint }: NamedEndpoint): string {
  return endpoint.path.split('/')[3] ?? '';
}

function whoMay(access: Endpoint['access']): string {
  if (access === 'public') return 'Anyone.';
  if (access === 'signed_in') return 'Anyone who is signed in.';
  if (access === 'driver') return 'The phone that took a driver link.';
  if (access === 'applicant') return 'The applicant, by the key of the application.';
  if (access === 'shared') return 'Whoever holds a share link that is still good.';
  const roles = Object.entries(PERMISSIONS[access]).map(([role, scope]) =>
    scope === 'own' ? `${role} (its own)` : role,
  );
  return `Action \`${access}\`: ${roles.join(', ')}.`;
}

function parameters(endpoint: Endpoint): JsonSchema[] {
  return [
    ...fieldsOf(endpoint.params).map((it) => ({ ...it, in: 'path', required: true })),
    ...fieldsOf(endpoint.query).map((it) => ({ ...it, in: 'query' })),
    ...(endpoint.idempotent ? [IDEMPOTENCY_KEY] : []),
    ...(endpoint.versioned ? [IF_MATCH] : []),
  ];
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Sent again with the same body it gets the same answer; with another body it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const DISPOSITION = {
  'Content-Disposition': { description: 'The name it should be saved under', schema: { type: 'string' } },
};
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version last read, as the ETag gave it.',
  schema: { type: 'string', examples: ['"3"'] },
};

function fieldsOf(schema: Endpoint['params']): JsonSchema[] {
  const { properties = {}, required = [] } = requestSchema(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
}

function hasBody(endpoint: Endpoint): boolean {
  return endpoint.bodyType !== 'json' || !endpoint.body.safeParse(undefined).success;
}

function bodyContent({ bodyType, body }: Endpoint): JsonSchema {
  if (bodyType === 'json') return { 'application/json': { schema: requestSchema(body) } };
  return Object.fromEntries(SENT_TYPES[bodyType].map((type) => [type, { schema: BINARY }]));
}

function success({ success: status, response, responseType, mediaTypes, versioned }: Endpoint): JsonSchema {
  if (responseType === 'image')
    return { description: 'The image', content: { 'image/jpeg': { schema: BINARY } } };
  if (responseType === 'file') {
    const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: BINARY }]));
    return { description: 'The file', headers: DISPOSITION, content };
  }
  if (status === 204) return { description: 'Done' };
  return {
    description: status === 201 ? 'Made' : 'The answer',
    ...(versioned && { headers: { ETag: { description: 'The new version', schema: { type: 'string' } } } }),
    content: { 'application/json': { schema: responseSchema(response) } },
  };
}

function problems(endpoint: Endpoint): JsonSchema {
  const codes = codesOf(endpoint);
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].toSorted((a, b) => a - b);
  const entries = statuses.map((status) => [
    status,
    problem(
      codes
        .filter((code) => PROBLEMS[code].status === status)
        .map((code) => `\`${code}\``)
        .join(', '),
    ),
  ]);
  return { ...Object.fromEntries(entries), default: problem('Another problem') };
}

function problem(description: string): JsonSchema {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** What any endpoint of this kind can refuse with; what is particular to one follows under `default`. */
function codesOf(endpoint: Endpoint): ProblemCode[] {
  const isWrite = endpoint.method !== 'get';
  const when = (holds: boolean, ...codes: ProblemCode[]): ProblemCode[] => (holds ? codes : []);
  return [
    'invalid_input',
    ...when(endpoint.access !== 'public', 'not_signed_in'),
    ...when(endpoint.access in PERMISSIONS, 'not_allowed'),
    ...when(endpoint.access === 'shared', 'not_found', 'share_link_ended', 'too_many_requests'),
    ...when(endpoint.access === 'applicant', 'application_not_found', 'too_many_requests'),
    ...when(isWrite, 'foreign_origin'),
    ...when(endpoint.path.includes(':'), 'not_found'),
    ...when(hasBody(endpoint), 'malformed_json', 'body_too_large', 'unsupported_media_type'),
    ...when(endpoint.bodyType === 'image', 'image_unreadable'),
    ...when(endpoint.versioned, 'version_stale', 'version_required'),
    ...when(endpoint.idempotent, 'idempotency_key_reused'),
    ...when(isWrite && endpoint.access === 'public', 'too_many_requests'),
  ];
}
