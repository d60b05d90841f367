import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Role } from './permissions.ts';
import { Email, Instant, Name, NamedRef, Uuid } from './primitives.ts';
import { NewPassword, SessionUser } from './session.ts';

export const Person = z.strictObject({
  id: Uuid,
  email: z.string(),
  name: z.string(),
  role: Role,
  association: NamedRef.nullable(),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
  disabledAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

export const listPeople = endpoint({
  method: 'get',
  path: '/api/v1/people',
  summary: 'Everyone with an account',
  access: 'user:manage',
  response: z.array(Person),
});

export const updatePerson = endpoint({
  method: 'patch',
  path: '/api/v1/people/:personId',
  summary: 'Rename, disable or enable an account; disabling ends its sessions',
  access: 'user:manage',
  params: z.strictObject({ personId: Uuid }),
  body: z.strictObject({ name: Name.optional(), disabled: z.boolean().optional() }),
  response: Person,
});

/** An association user names the association; no other role may. */
const Invitee = z
  .strictObject({ email: Email, name: Name, role: Role, associationId: Uuid.nullable() })
  .refine((it) => (it.role === 'association') === (it.associationId !== null), {
    path: ['associationId'],
    params: { code: 'association_for_role' },
  });

export const Invitation = z.strictObject({
  id: Uuid,
  email: z.string(),
  name: z.string(),
  role: Role,
  association: NamedRef.nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const listInvitations = endpoint({
  method: 'get',
  path: '/api/v1/invitations',
  summary: 'Invitations, newest first',
  access: 'invitation:manage',
  response: z.array(Invitation),
});

/** Officials invite association members and coordinators; only an admin invites officials and admins. */
export const invite = endpoint({
  method: 'post',
  path: '/api/v1/invitations',
  summary: 'Invite someone; the answer carries the secret token once, for the link /invitation#token',
  access: 'invitation:manage',
  // A repeated request must not show the token again.
  idempotent: false,
  body: Invitee,
  success: 201,
  response: z.strictObject({ invitation: Invitation, token: z.string() }),
});

export const revokeInvitation = endpoint({
  method: 'delete',
  path: '/api/v1/invitations/:invitationId',
  summary: 'Revoke an invitation',
  access: 'invitation:manage',
  params: z.strictObject({ invitationId: Uuid }),
});

const Token = z.string().min(20).max(100);

export const readInvitation = endpoint({
  method: 'post',
  path: '/api/v1/invitations/lookup',
  summary: 'What an invitation link is for',
  access: 'public',
  idempotent: false,
  body: z.strictObject({ token: Token }),
  response: z.strictObject({
    email: z.string(),
    name: z.string(),
    role: Role,
    association: NamedRef.nullable(),
    expiresAt: Instant,
  }),
});

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/v1/invitations/accept',
  summary: 'Accept an invitation: sets the password, signs in',
  access: 'public',
  idempotent: false,
  body: z.strictObject({ token: Token, name: Name, password: NewPassword }),
  success: 201,
  response: SessionUser,
});
