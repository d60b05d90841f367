import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Role } from './permissions.ts';
import { Instant, Name, NamedRef, Uuid } from './primitives.ts';

export const Locale = z.enum(['ar', 'en']);
export type Locale = z.infer<typeof Locale>;

/** A passphrase: any characters, spaces and Arabic included; compared after NFKC so that keyboards agree. */
export const NewPassword = z
  .string()
  .min(LIMITS.passwordMin)
  .max(LIMITS.passwordMax)
  .transform((text) => text.normalize('NFKC'));

/** Who is signed in. An `association` user always has an association; nobody else does. */
export const SessionUser = z.strictObject({
  id: Uuid,
  email: z.string(),
  name: z.string(),
  role: Role,
  association: NamedRef.nullable(),
  locale: Locale,
});
export type SessionUser = z.infer<typeof SessionUser>;

export const signIn = endpoint({
  method: 'post',
  path: '/api/v1/session',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  access: 'public',
  idempotent: false,
  body: z.strictObject({
    email: z.string().max(LIMITS.emailMax),
    password: z.string().max(LIMITS.passwordMax),
  }),
  response: SessionUser,
});

export const whoAmI = endpoint({
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in',
  access: 'signed_in',
  response: SessionUser,
});

export const signOut = endpoint({
  method: 'delete',
  path: '/api/v1/session',
  summary: 'Sign out here',
  access: 'signed_in',
});

export const signOutEverywhere = endpoint({
  method: 'delete',
  path: '/api/v1/sessions',
  summary: 'Sign out on every device; their live connections close within a second',
  access: 'signed_in',
});

export const changePassword = endpoint({
  method: 'put',
  path: '/api/v1/account/password',
  summary: 'Change my password; every other session ends',
  access: 'signed_in',
  body: z.strictObject({ currentPassword: z.string().max(LIMITS.passwordMax), newPassword: NewPassword }),
});

export const updateAccount = endpoint({
  method: 'patch',
  path: '/api/v1/account',
  summary: 'Change my name or language',
  access: 'signed_in',
  body: z.strictObject({ name: Name.optional(), locale: Locale.optional() }),
  response: SessionUser,
});

/** A demo login offered on the sign-in page. */
export const DemoLogin = z.strictObject({ email: z.string(), role: Role, name: z.string() });

/** Where the server's own map archive lies. */
export const MAP_ARCHIVE_PATH = '/map.pmtiles';

/** In full, at all sizes; those who made the tiles require it. */
const tiles = { url: z.string(), attribution: z.string(), maxZoom: z.int() };

/** What lies under the convoys: the map that comes with the pages, or tiles over it. */
export const MapGround = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('embedded') }),
  /** Its URL holds {z}, {x} and {y}. */
  z.strictObject({ kind: z.literal('raster'), ...tiles }),
  z.strictObject({ kind: z.literal('pmtiles'), ...tiles }),
]);
export type MapGround = z.infer<typeof MapGround>;

export const readServer = endpoint({
  method: 'get',
  path: '/api/v1/server',
  summary: 'What this server is: version, time, its map, and whether it holds demo data',
  access: 'public',
  response: z.strictObject({
    version: z.string(),
    now: Instant,
    map: MapGround,
    demo: z.strictObject({ password: z.string(), logins: z.array(DemoLogin) }).nullable(),
  }),
});
