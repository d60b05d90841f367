import { z } from 'zod';
import { ConvoyFile, ConvoyParams } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { NamedRef, Quantity, Uuid } from './primitives.ts';
import { ItemRef } from './reference.ts';

export const NewLine = z.strictObject({
  convoyVehicleId: Uuid,
  stopId: Uuid,
  accountId: z.int().min(1),
  quantity: Quantity,
});
export type NewLine = z.infer<typeof NewLine>;

/** All or nothing. Adding a lot that already rides there raises that line. Refusals name the line by its index. */
export const addManifestLines = endpoint({
  method: 'post',
  path: '/api/v1/convoys/:convoyId/lines',
  summary: 'Allot stock to a vehicle and stop; refused above stock, weight or volume',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: z.strictObject({ lines: z.array(NewLine).min(1).max(LIMITS.linesPerRequest) }),
  success: 201,
  response: ConvoyFile,
});

const LineParams = z.strictObject({ lineId: Uuid });

export const updateManifestLine = endpoint({
  method: 'patch',
  path: '/api/v1/manifest-lines/:lineId',
  summary: 'Change how much of a lot rides; never below what is loaded',
  access: 'convoy:manage',
  params: LineParams,
  body: z.strictObject({ quantity: Quantity }),
  response: ConvoyFile,
});

export const removeManifestLine = endpoint({
  method: 'delete',
  path: '/api/v1/manifest-lines/:lineId',
  summary: 'Take a line that is not loaded off the manifest',
  access: 'convoy:manage',
  params: LineParams,
});

/** What a fill would add, and what it could not place and why. Nothing is written. */
export const FillProposal = z.strictObject({
  lines: z.array(NewLine.extend({ item: ItemRef, lotCode: z.string(), association: NamedRef })),
  unplaced: z.array(
    z.strictObject({
      stopId: Uuid,
      item: ItemRef,
      quantity: z.int(),
      why: z.enum(['no_stock', 'no_weight', 'no_volume']),
    }),
  ),
  weightKg: z.number(),
  volumeM3: z.number(),
});
export type FillProposal = z.infer<typeof FillProposal>;

export const proposeFill = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId/fill',
  summary: 'Propose lines that answer the stops’ open needs by priority, within stock and capacity',
  access: 'convoy:manage',
  params: ConvoyParams,
  response: FillProposal,
});

const Movement = z.strictObject({
  /** Made by the client: one id moves goods at most once, for ever. */
  movementId: Uuid,
  lines: z
    .array(z.strictObject({ lineId: Uuid, quantity: Quantity }))
    .min(1)
    .max(LIMITS.linesPerRequest)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, {
      params: { code: 'duplicate_lines' },
    }),
});

export const loadGoods = endpoint({
  method: 'post',
  path: '/api/v1/convoys/:convoyId/loads',
  summary: 'Load allotted goods from the site onto the vehicle',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: Movement,
  response: ConvoyFile,
});

export const unloadGoods = endpoint({
  method: 'post',
  path: '/api/v1/convoys/:convoyId/unloads',
  summary: 'Take goods off again before departure; they return to the site and stay allotted',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: Movement,
  response: ConvoyFile,
});
