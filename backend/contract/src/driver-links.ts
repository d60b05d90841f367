import { z } from 'zod';
import { ConvoyParams } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Uuid } from './primitives.ts';

/** A link that makes one phone the driver's page of one vehicle on one convoy. */
export const DriverLink = z.strictObject({
  id: Uuid,
  convoyVehicleId: Uuid,
  createdAt: Instant,
  /** When a phone took it; it opens no second one. */
  takenAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type DriverLink = z.infer<typeof DriverLink>;

export const listDriverLinks = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId/driver-links',
  summary: 'Which vehicles of a convoy have a driver’s phone, newest link first',
  access: 'convoy:manage',
  params: ConvoyParams,
  response: z.array(DriverLink),
});

export const createDriverLink = endpoint({
  method: 'post',
  path: '/api/v1/convoy-vehicles/:convoyVehicleId/driver-links',
  summary: 'Make a link for the driver’s phone; one not yet taken is replaced',
  access: 'convoy:manage',
  params: z.strictObject({ convoyVehicleId: Uuid }),
  success: 201,
  // The answer of a repeated request would have to be kept, and with it the secret.
  idempotent: false,
  /** Path and fragment with the secret, told this once. */
  response: z.strictObject({ link: DriverLink, path: z.string() }),
});

export const revokeDriverLink = endpoint({
  method: 'post',
  path: '/api/v1/driver-links/:driverLinkId/revoke',
  summary: 'End a link; the phone that took it is signed out',
  access: 'convoy:manage',
  params: z.strictObject({ driverLinkId: Uuid }),
  response: DriverLink,
});
