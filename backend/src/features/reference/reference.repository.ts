import type { Governorate, Item, ItemRef, Site, SiteKind, SiteRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

const SITE_REF = {
  id: 'id',
  kind: 'kind',
  nameAr: 'name_ar',
  nameEn: 'name_en',
  governorateCode: 'governorate_code',
  lat: 'lat',
  lng: 'lng',
};
const SITE = { ...SITE_REF, contactName: 'contact_name', contactPhone: 'contact_phone', version: 'version' };

const ITEM_REF = {
  id: 'id',
  code: 'code',
  nameAr: 'name_ar',
  nameEn: 'name_en',
  category: 'category',
  unit: 'unit',
  unitWeightG: 'unit_weight_g',
  unitVolumeMl: 'unit_volume_ml',
};
const ITEM = { ...ITEM_REF, unitsPerPack: 'units_per_pack', packaging: 'packaging', version: 'version' };

/** What an editor may say of a row, by the contract's names; what is left out stays. */
export type SiteFields = Omit<Site, 'id' | 'version'>;
export type ItemFields = Omit<Item, 'id' | 'version'>;

export async function allGovernorates(db: Db): Promise<Governorate[]> {
  return await db('governorates')
    .select({ code: 'code', nameAr: 'name_ar', nameEn: 'name_en', lat: 'lat', lng: 'lng' })
    .orderBy('code');
}

export async function allItems(db: Db): Promise<Item[]> {
  return await db('items').select(ITEM).orderBy(['category', 'code']);
}

export async function itemById(db: Db, id: string): Promise<Item | undefined> {
  return await db('items').where({ id }).first(ITEM);
}

export async function itemsById(db: Db, ids: string[]): Promise<ItemRef[]> {
  return await db('items').whereIn('id', ids).select(ITEM_REF);
}

export async function insertItem(db: Db, id: string, fields: ItemFields): Promise<void> {
  await db('items').insert({ id, ...toColumns(ITEM, fields) });
}

/** False when the item is not, or no longer, at `version`. */
export async function changeItem(
  db: Db,
  id: string,
  version: number,
  fields: Patch<ItemFields>,
): Promise<boolean> {
  return await changeRow(db, 'items', { id, version }, toColumns(ITEM, fields));
}

export async function allSites(db: Db, kind: SiteKind | undefined): Promise<Site[]> {
  const sites = db('sites').select(SITE).orderBy(['governorate_code', 'name_en', 'id']);
  return await (kind === undefined ? sites : sites.where({ kind }));
}

export async function siteById(db: Db, id: string): Promise<Site | undefined> {
  return await db('sites').where({ id }).first(SITE);
}

export async function sitesById(db: Db, ids: string[]): Promise<SiteRef[]> {
  return await db('sites').whereIn('id', ids).select(SITE_REF);
}

export async function insertSite(db: Db, id: string, fields: SiteFields): Promise<void> {
  await db('sites').insert({ id, ...toColumns(SITE, fields) });
}

/** False when the site is not, or no longer, at `version`. */
export async function changeSite(
  db: Db,
  id: string,
  version: number,
  fields: Patch<SiteFields>,
): Promise<boolean> {
  return await changeRow(db, 'sites', { id, version }, toColumns(SITE, fields));
}

async function changeRow(
  db: Db,
  table: string,
  at: { id: string; version: number },
  columns: object,
): Promise<boolean> {
  const changed = await db(table)
    .where(at)
    .update({ ...columns, version: at.version + 1 });
  return changed === 1;
}

function toColumns(names: Readonly<Record<string, string>>, fields: object): Record<string, unknown> {
  const columns = Object.entries(fields).map(([field, value]) => [names[field], value]);
  return Object.fromEntries(columns);
}
