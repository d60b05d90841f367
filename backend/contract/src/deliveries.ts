import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { StopStatus, WaybillRef } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, Name, NamedRef, Note, QuantityOrZero, Uuid } from './primitives.ts';
import { ItemRef, Packaging, SiteRef } from './reference.ts';
import { VehicleKind } from './vehicles.ts';

export const DiscrepancyReason = z.enum([
  'wet',
  'torn',
  'crushed',
  'spoiled',
  'short_count',
  'theft',
  'other',
]);
export type DiscrepancyReason = z.infer<typeof DiscrepancyReason>;

export const WaybillLine = z.strictObject({
  lineId: Uuid,
  item: ItemRef,
  packaging: Packaging,
  unitsPerPack: z.int(),
  lotCode: z.string(),
  association: NamedRef,
  /** What the paper says rides: allotted until departure, loaded after it. */
  units: z.int(),
  good: z.int().nullable(),
  damaged: z.int().nullable(),
  missing: z.int().nullable(),
  reason: DiscrepancyReason.nullable(),
  reasonNote: z.string(),
});
export type WaybillLine = z.infer<typeof WaybillLine>;

/** Strokes of a signature; each point is [x, y] in a box of 1 by 1. */
export const Signature = z
  .array(z.array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])).min(1))
  .min(1)
  .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= LIMITS.signaturePoints, {
    params: { code: 'too_big' },
  });
export type Signature = z.infer<typeof Signature>;

export const Photo = z.strictObject({
  id: Uuid,
  caption: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  takenAt: Instant,
});
export type Photo = z.infer<typeof Photo>;

/** The paper of one vehicle to one stop, and what became of it. */
export const Waybill = z.strictObject({
  id: Uuid,
  code: z.string(),
  campaign: z.strictObject({ id: Uuid, code: z.string(), nameAr: z.string(), nameEn: z.string() }),
  convoy: z.strictObject({
    id: Uuid,
    code: z.string(),
    departedAt: Instant.nullable(),
    plannedDepartureAt: Instant,
    loadingAt: Instant.nullable(),
  }),
  origin: SiteRef,
  destination: SiteRef,
  consigneeName: z.string(),
  consigneePhone: z.string(),
  stop: z.strictObject({
    id: Uuid,
    status: StopStatus,
    arrivedAt: Instant.nullable(),
    unloadingAt: Instant.nullable(),
  }),
  vehicle: z.strictObject({
    plate: z.string(),
    trailerPlate: z.string(),
    kind: VehicleKind,
    transporter: z.string(),
    driverName: z.string(),
    driverLicence: z.string(),
    seals: z.string(),
  }),
  dispatcherName: z.string(),
  issuedAt: Instant,
  lines: z.array(WaybillLine),
  photos: z.array(Photo),
  delivery: z
    .strictObject({
      code: z.string(),
      receiverName: z.string(),
      receiverRole: z.string(),
      signature: Signature,
      remarks: z.string(),
      arrivedAt: Instant,
      unloadingStartedAt: Instant,
      signedAt: Instant,
      settledByName: z.string(),
    })
    .nullable(),
});
export type Waybill = z.infer<typeof Waybill>;

const WaybillParams = z.strictObject({ waybillId: Uuid });

export const readWaybill = endpoint({
  method: 'get',
  path: '/api/v1/waybills/:waybillId',
  summary: 'One waybill: to print, to count against, to look up',
  access: 'waybill:read',
  params: WaybillParams,
  response: Waybill,
});

/** A waybill as a row: who waits where, and what became of the settled ones. */
export const DeliveryRow = WaybillRef.extend({
  convoyId: Uuid,
  convoyCode: z.string(),
  plate: z.string(),
  destination: SiteRef,
  stopStatus: StopStatus,
  plannedArrivalAt: Instant,
  arrivedAt: Instant.nullable(),
  lineCount: z.int(),
  loadedKg: z.number(),
  goodKg: z.number(),
  damagedKg: z.number(),
  missingKg: z.number(),
  receiverName: z.string().nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const listDeliveries = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/deliveries',
  summary: 'Waybills on the road or settled, newest first; an association sees its own goods’ share',
  access: 'delivery:read',
  params: CampaignParams,
  response: z.array(DeliveryRow),
});

/** One counted line. Good, damaged and missing add up to what was loaded; a difference has its reason. */
export const CountedLine = z
  .strictObject({
    lineId: Uuid,
    good: QuantityOrZero,
    damaged: QuantityOrZero,
    missing: QuantityOrZero,
    reason: DiscrepancyReason.nullable(),
    reasonNote: Note.default(''),
  })
  .refine((it) => it.damaged + it.missing === 0 || it.reason !== null, {
    path: ['reason'],
    params: { code: 'reason_required' },
  });
export type CountedLine = z.infer<typeof CountedLine>;

/** Settles the waybill for ever: every line counted, signed by the receiver. `deliveryId` is made by the client. */
export const settleWaybill = endpoint({
  method: 'post',
  path: '/api/v1/waybills/:waybillId/delivery',
  summary: 'Settle a delivery: good, damaged and missing, line by line, signed',
  access: 'delivery:settle',
  params: WaybillParams,
  body: z
    .strictObject({
      deliveryId: Uuid,
      receiverName: Name,
      receiverRole: Name.or(z.literal('')),
      signature: Signature,
      remarks: Note,
      unloadingStartedAt: Instant,
      signedAt: Instant,
      lines: z.array(CountedLine).min(1).max(LIMITS.linesPerRequest),
    })
    .refine((it) => Date.parse(it.unloadingStartedAt) <= Date.parse(it.signedAt), {
      path: ['signedAt'],
      params: { code: 'end_before_start' },
    }),
  success: 201,
  response: Waybill,
});

/** The image is the body. It is decoded and encoded again: no metadata, no location, at most 1,600 pixels a side. */
export const addPhoto = endpoint({
  method: 'post',
  path: '/api/v1/waybills/:waybillId/photos',
  summary: 'Add a photo (JPEG, PNG or WebP) to a waybill',
  access: 'delivery:settle',
  params: WaybillParams,
  query: z.strictObject({ caption: Name.optional() }),
  bodyType: 'image',
  success: 201,
  response: Photo,
});

export const readPhoto = endpoint({
  method: 'get',
  path: '/api/v1/photos/:photoId',
  summary: 'One photo, as JPEG',
  access: 'delivery:read',
  params: z.strictObject({ photoId: Uuid }),
  responseType: 'image',
});
