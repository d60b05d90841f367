import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { convoyLifecycle, type DriverLink, LIMITS } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Driver } from '../../platform/drivers.ts';
import { Refusal } from '../../platform/refusal.ts';
import { convoyForRead, lockedConvoyOf } from '../convoys/index.ts';
import {
  findDriver,
  insertLink,
  isKnownSecret,
  noteSeen,
  revokeLink,
  revokeUntaken,
  selectLinks,
  takeLink,
  vehicleOfLink,
} from './driver-links.repository.ts';

const DAY_MS = 86_400_000;

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
 * Makes the phone that shows the secret the driver's. The cookie follows from the secret and the phone's own key, so
 * that the same phone gets the same one however often it asks.
 * @throws {Refusal} `token_expired` when another phone has it, or it has ended; `not_found` for a secret never given
 */
export async function takeUp(
  { db, now, announce }: Pick<Context, 'db' | 'now' | 'announce'>,
  { secret, phoneKey }: { secret: string; phoneKey: string },
): Promise<{ driver: Driver; cookie: string }> {
  const cookie = hashOf(`${secret} ${phoneKey}`).toString('base64url');
  const driver = await takeLink(db, hashOf(secret), hashOf(cookie), now());
  if (driver) {
    announce({ kind: 'campaignChanged', campaignId: driver.campaignId, topics: ['convoys'] });
    return { driver, cookie };
  }
  throw new Refusal((await isKnownSecret(db, hashOf(secret))) ? 'token_expired' : 'not_found');
}

/** Whose phone holds this secret, for as long as its link, its convoy and its time last. */
export async function driverWith(
  { db, now }: Pick<Context, 'db' | 'now'>,
  secret: string,
): Promise<Driver | undefined> {
  const takenAfter = new Date(now().getTime() - LIMITS.driverSessionDays * DAY_MS);
  const driver = await findDriver(db, hashOf(secret), takenAfter);
  if (driver) await noteSeen(db, driver.linkId, now());
  return driver;
}

function hashOf(secret: string): Buffer {
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
