import { randomUUID } from 'node:crypto';
import type { Governorate, Item, ItemRef, Site, SiteKind, SiteRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  allGovernorates,
  allItems,
  allSites,
  changeItem,
  changeSite,
  type ItemFields,
  insertItem,
  insertSite,
  itemById,
  itemsById,
  type SiteFields,
  siteById,
  sitesById,
} from './reference.repository.ts';

export async function listGovernorates({ db }: Context): Promise<Governorate[]> {
  return await allGovernorates(db);
}

export async function listItems({ db }: Context): Promise<Item[]> {
  return await allItems(db);
}

export async function createItem(ctx: Context, fields: ItemFields): Promise<Item> {
  const id = randomUUID();
  await insertItem(ctx.db, id, fields);
  const answer = await requireItem(ctx.db, id);
  await audit(ctx, { action: 'item.created', subjectType: 'item', subjectId: id });
  return answer;
}

export async function updateItem(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<ItemFields>,
): Promise<Item> {
  await requireItem(ctx.db, id);
  if (!(await changeItem(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  const answer = await requireItem(ctx.db, id);
  await audit(ctx, { action: 'item.changed', subjectType: 'item', subjectId: id });
  return answer;
}

/** Contacts are people's own data: associations do not see them. */
export async function listSites({ db, actor }: Context, kind: SiteKind | undefined): Promise<Site[]> {
  const sites = await allSites(db, kind);
  if (actor.role !== 'association') return sites;
  return sites.map((site) => ({ ...site, contactName: '', contactPhone: '' }));
}

export async function createSite(ctx: Context, fields: SiteFields): Promise<Site> {
  const id = randomUUID();
  await insertSite(ctx.db, id, fields);
  const answer = await requireSite(ctx.db, id);
  await audit(ctx, { action: 'site.created', subjectType: 'site', subjectId: id });
  return answer;
}

export async function updateSite(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<SiteFields>,
): Promise<Site> {
  await requireSite(ctx.db, id);
  if (!(await changeSite(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  const answer = await requireSite(ctx.db, id);
  await audit(ctx, { action: 'site.changed', subjectType: 'site', subjectId: id });
  return answer;
}

export async function siteRefs(db: Db, ids: Iterable<string>): Promise<Map<string, SiteRef>> {
  const sites = await sitesById(db, [...new Set(ids)]);
  return new Map(sites.map((site) => [site.id, site]));
}

export async function itemRefs(db: Db, ids: Iterable<string>): Promise<Map<string, ItemRef>> {
  const items = await itemsById(db, [...new Set(ids)]);
  return new Map(items.map((item) => [item.id, item]));
}

async function requireItem(db: Db, id: string): Promise<Item> {
  const item = await itemById(db, id);
  if (!item) throw new Refusal('not_found');
  return item;
}

async function requireSite(db: Db, id: string): Promise<Site> {
  const site = await siteById(db, id);
  if (!site) throw new Refusal('not_found');
  return site;
}
