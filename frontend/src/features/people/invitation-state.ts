import type { Invitation } from '@qafila/contract';

type InvitationState = { name: 'open' | 'accepted' | 'revoked' | 'expired'; at: string };

/** What became of an invitation, and when; for an open one when it ends. */
export function stateOf(
  invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  const { acceptedAt, revokedAt, expiresAt } = invitation;
  if (acceptedAt) return { name: 'accepted', at: acceptedAt };
  if (revokedAt) return { name: 'revoked', at: revokedAt };
  return { name: new Date(expiresAt) <= now ? 'expired' : 'open', at: expiresAt };
}
