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

export const readServer = endpoint({
  method: 'get',
  path: '/api/v1/server',
  summary: 'What this server is: version, time, and whether it holds demo data',
  access: 'public',
  response: z.strictObject({
    version: z.string(),
    now: Instant,
    demo: z.strictObject({ password: z.string(), logins: z.array(DemoLogin) }).nullable(),
  }),
});
