import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Name, Phone, Uuid } from './primitives.ts';

/** OCHA P-code of a governorate, such as SY06. */
export const GovernorateCode = z.string().regex(/^SY(0[1-9]|1[0-4])$/);

export const Governorate = z.strictObject({
  code: GovernorateCode,
  nameAr: z.string(),
  nameEn: z.string(),
  lat: z.number(),
  lng: z.number(),
});
export type Governorate = z.infer<typeof Governorate>;

export const listGovernorates = endpoint({
  method: 'get',
  path: '/api/v1/governorates',
  summary: 'The fourteen governorates, with their OCHA P-codes',
  access: 'public',
  response: z.array(Governorate),
});

export const ITEM_CATEGORIES = [
  'bedding',
  'shelter',
  'kitchen',
  'hygiene',
  'water',
  'power',
  'safety',
  'food',
  'clothing',
] as const;
export const ItemCategory = z.enum(ITEM_CATEGORIES);
export const ItemUnit = z.enum(['piece', 'set', 'parcel', 'kit', 'tent', 'kilogram', 'litre']);
export type ItemUnit = z.infer<typeof ItemUnit>;
export const Packaging = z.enum(['single', 'bale', 'carton', 'bundle', 'bag', 'box']);

const itemFields = {
  code: z.string().regex(/^[A-Z0-9]{3,20}$/),
  nameAr: Name,
  nameEn: Name,
  category: ItemCategory,
  unit: ItemUnit,
  unitWeightG: z.int().min(1).max(10_000_000),
  unitVolumeMl: z.int().min(1).max(10_000_000),
  unitsPerPack: z.int().min(1).max(100_000),
  packaging: Packaging,
};

export const Item = z.strictObject({ id: Uuid, ...itemFields, version: z.int() });
export type Item = z.infer<typeof Item>;

/** An item where an answer names it: enough to show a quantity, its weight and its volume. */
export const ItemRef = Item.pick({
  id: true,
  code: true,
  nameAr: true,
  nameEn: true,
  category: true,
  unit: true,
  unitWeightG: true,
  unitVolumeMl: true,
});
export type ItemRef = z.infer<typeof ItemRef>;

export const listItems = endpoint({
  method: 'get',
  path: '/api/v1/items',
  summary: 'The item catalogue',
  access: 'catalogue:read',
  response: z.array(Item),
});

export const createItem = endpoint({
  method: 'post',
  path: '/api/v1/items',
  summary: 'Add an item to the catalogue',
  access: 'item:manage',
  body: z.strictObject(itemFields),
  success: 201,
  response: Item,
});

/** Weight and volume of an item that already rides on a manifest stay as they were on that manifest. */
export const updateItem = endpoint({
  method: 'patch',
  path: '/api/v1/items/:itemId',
  summary: 'Change an item',
  access: 'item:manage',
  params: z.strictObject({ itemId: Uuid }),
  body: z.strictObject(itemFields).omit({ code: true, unit: true }).partial(),
  versioned: true,
  response: Item,
});

export const SiteKind = z.enum(['warehouse', 'collection_point', 'distribution_point']);
export type SiteKind = z.infer<typeof SiteKind>;

const siteFields = {
  kind: SiteKind,
  nameAr: Name,
  nameEn: Name,
  governorateCode: GovernorateCode,
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  contactName: Name.or(z.literal('')),
  contactPhone: Phone,
};

export const Site = z.strictObject({ id: Uuid, ...siteFields, version: z.int() });
export type Site = z.infer<typeof Site>;

/** A site where an answer names it; contacts are left out, for not everyone may see them. */
export const SiteRef = z.strictObject({
  id: Uuid,
  kind: SiteKind,
  nameAr: z.string(),
  nameEn: z.string(),
  governorateCode: GovernorateCode,
  lat: z.number(),
  lng: z.number(),
});
export type SiteRef = z.infer<typeof SiteRef>;

export const listSites = endpoint({
  method: 'get',
  path: '/api/v1/sites',
  summary: 'Warehouses, collection points and distribution points; contacts only for staff',
  access: 'site:read',
  query: z.strictObject({ kind: SiteKind.optional() }),
  response: z.array(Site),
});

export const createSite = endpoint({
  method: 'post',
  path: '/api/v1/sites',
  summary: 'Add a site',
  access: 'site:manage',
  body: z.strictObject(siteFields),
  success: 201,
  response: Site,
});

export const updateSite = endpoint({
  method: 'patch',
  path: '/api/v1/sites/:siteId',
  summary: 'Change a site',
  access: 'site:manage',
  params: z.strictObject({ siteId: Uuid }),
  body: z.strictObject(siteFields).partial(),
  versioned: true,
  response: Site,
});
