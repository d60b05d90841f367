import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { convoyLifecycle, type DriverLink } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { convoyForRead, lockedConvoyOf } from '../convoys/index.ts';
import {
  type DriverSession,
  insertLink,
  isKnownSecret,
  revokeLink,
  revokeUntaken,
  selectLinks,
  takeLink,
  vehicleOfLink,
} from './driver-links.repository.ts';

export async function linksOf(ctx: Context, convoyId: string): Promise<DriverLink[]> {
  await convoyForRead(ctx, convoyId);
  return await selectLinks(ctx.db, convoyId);
}

export async function makeLink(
  ctx: Context,
  convoyVehicleId: string,
): Promise<{ link: DriverLink; path: string }> {
  const convoy = await lockedConvoyOf(ctx, 'vehicles', convoyVehicleId);
  if (convoyLifecycle.isTerminal(convoy.status)) throw new Refusal('transition_not_allowed');
  const secret = randomBytes(24).toString('base64url');
  await revokeUntaken(ctx.db, convoyVehicleId, ctx.now());
  const link = await insertLink(ctx.db, {
    id: randomUUID(),
    convoyVehicleId,
    secretHash: hashOf(secret),
    createdBy: ctx.actor.userId,
    now: ctx.now(),
  });
  await tell(ctx, convoy, 'driverLink.made', convoyVehicleId);
  return { link, path: `/d#${secret}` };
}

export async function endLink(ctx: Context, id: string): Promise<DriverLink> {
  const convoyVehicleId = await vehicleOfLink(ctx.db, id);
  if (convoyVehicleId === undefined) throw new Refusal('not_found');
  const convoy = await lockedConvoyOf(ctx, 'vehicles', convoyVehicleId);
  const link = await revokeLink(ctx.db, id, ctx.now());
  await tell(ctx, convoy, 'driverLink.revoked', convoyVehicleId);
  return link;
}

/**
 * Makes the phone that shows the secret the driver's.
 * @throws {Refusal} `token_expired` when another phone has it, or it has ended; `not_found` for a secret never given
 */
export async function takeUp(
  { db, now }: Pick<Context, 'db' | 'now'>,
  secret: string,
): Promise<{ session: DriverSession; cookie: string }> {
  const cookie = randomBytes(24).toString('base64url');
  const session = await takeLink(db, hashOf(secret), hashOf(cookie), now());
  if (session) return { session, cookie };
  throw new Refusal((await isKnownSecret(db, hashOf(secret))) ? 'token_expired' : 'not_found');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

async function tell(
  ctx: Context,
  convoy: { id: string; campaignId: string },
  action: string,
  convoyVehicleId: string,
): Promise<void> {
  ctx.announce({ kind: 'campaignChanged', campaignId: convoy.campaignId, topics: ['convoys'] });
  await audit(ctx, {
    action,
    subjectType: 'convoy',
    subjectId: convoy.id,
    campaignId: convoy.campaignId,
    detail: { convoyVehicleId },
  });
}
