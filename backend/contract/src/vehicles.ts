import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, Name, Uuid } from './primitives.ts';

export const VehicleKind = z.enum(['covered_truck', 'medium_truck', 'refrigerated_truck', 'van', 'pickup']);

const vehicleFields = {
  plate: Name,
  kind: VehicleKind,
  transporter: Name.or(z.literal('')),
  trailerPlate: Name.or(z.literal('')),
  maxWeightG: z.int().min(1_000).max(100_000_000),
  maxVolumeMl: z.int().min(1_000).max(200_000_000),
};

export const Vehicle = z.strictObject({
  id: Uuid,
  /** Short key used in live position frames. */
  number: z.int(),
  ...vehicleFields,
  /** The convoy it is on now. */
  convoyId: Uuid.nullable(),
  convoyCode: z.string().nullable(),
  /** Between its convoy's departure and its settlement: when silence is a concern. */
  isOnTheRoad: z.boolean(),
  trackerCount: z.int(),
  lastSeenAt: Instant.nullable(),
  version: z.int(),
});
export type Vehicle = z.infer<typeof Vehicle>;

const VehicleParams = z.strictObject({ vehicleId: Uuid });

export const listVehicles = endpoint({
  method: 'get',
  path: '/api/v1/vehicles',
  summary: 'Vehicles, with the convoy each is on',
  access: 'vehicle:read',
  response: z.array(Vehicle),
});

export const createVehicle = endpoint({
  method: 'post',
  path: '/api/v1/vehicles',
  summary: 'Add a vehicle',
  access: 'vehicle:manage',
  body: z.strictObject(vehicleFields),
  success: 201,
  response: Vehicle,
});

export const updateVehicle = endpoint({
  method: 'patch',
  path: '/api/v1/vehicles/:vehicleId',
  summary: 'Change a vehicle',
  access: 'vehicle:manage',
  params: VehicleParams,
  body: z.strictObject(vehicleFields).partial(),
  versioned: true,
  response: Vehicle,
});

/** Whatever reports a vehicle's positions. Its secret is shown once, when it is made; `hint` is its last four characters. */
export const Tracker = z.strictObject({
  id: Uuid,
  vehicleId: Uuid,
  label: z.string(),
  hint: z.string(),
  createdAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Tracker = z.infer<typeof Tracker>;

export const listTrackers = endpoint({
  method: 'get',
  path: '/api/v1/vehicles/:vehicleId/trackers',
  summary: 'Trackers of a vehicle',
  access: 'tracker:manage',
  params: VehicleParams,
  response: z.array(Tracker),
});

export const createTracker = endpoint({
  method: 'post',
  path: '/api/v1/vehicles/:vehicleId/trackers',
  summary: 'Make a tracker id for a phone or device; the answer carries it once',
  access: 'tracker:manage',
  // A repeated request must not show the secret again.
  idempotent: false,
  params: VehicleParams,
  body: z.strictObject({ label: Name.or(z.literal('')) }),
  success: 201,
  response: z.strictObject({ tracker: Tracker, deviceId: z.string() }),
});

export const revokeTracker = endpoint({
  method: 'delete',
  path: '/api/v1/trackers/:trackerId',
  summary: 'Revoke a tracker; its next report is refused',
  access: 'tracker:manage',
  params: z.strictObject({ trackerId: Uuid }),
});
