import { z } from 'zod';

/** What associations work in. */
export const SECTORS = [
  'relief',
  'health',
  'education',
  'children',
  'disability',
  'older_people',
  'families',
  'livelihoods',
  'culture_and_environment',
] as const;
export const Sector = z.enum(SECTORS);
export type Sector = z.infer<typeof Sector>;

/** What a citizen is helped with. */
export const AidKind = z.enum(['medical', 'in_kind', 'cash']);
export type AidKind = z.infer<typeof AidKind>;

/** How often: each month again, or once and soon. */
export const AidCadence = z.enum(['monthly', 'emergency']);
export type AidCadence = z.infer<typeof AidCadence>;

/** The six kinds of aid that a citizen can be referred for. */
export const AidOffer = z.strictObject({ kind: AidKind, cadence: AidCadence });
export type AidOffer = z.infer<typeof AidOffer>;
export const AID_OFFERS: readonly AidOffer[] = AidKind.options.flatMap((kind) =>
  AidCadence.options.map((cadence) => ({ kind, cadence })),
);
