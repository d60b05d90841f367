import type { Pledge, PledgeFile } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { associationRefs } from '../associations/index.ts';
import { chainOfCustody, journeyOf, lotStates } from '../custody/index.ts';
import { type CoverageRow, coverageOf } from '../need-coverage/index.ts';
import { itemRefs, siteRefs } from '../reference/index.ts';
import { type PledgeRow, pledgeById } from './pledges.repository.ts';

export async function readPledge(ctx: Context, id: string): Promise<Pledge> {
  const row = await pledgeById(ctx.db, id, onlyAssociation(ctx.actor));
  const [pledge] = row ? await toPledges(ctx.db, row.campaignId, [row]) : [];
  if (!pledge) throw new Refusal('not_found');
  return pledge;
}

export async function readPledgeFile(ctx: Context, id: string): Promise<PledgeFile> {
  const pledge = await readPledge(ctx, id);
  return { pledge, lots: await lotStates(ctx.db, id), chain: await chainOfCustody(ctx, id) };
}

/** Pledges of one campaign as they are answered: a fixed number of queries, however many pledges. */
export async function toPledges(db: Db, campaignId: string, rows: PledgeRow[]): Promise<Pledge[]> {
  if (rows.length === 0) return [];
  const isForNeeds = rows.some((row) => row.needId !== null);
  const coverage = isForNeeds ? await coverageOf(db, campaignId) : [];
  const needs = new Map(coverage.map((need) => [need.needId, need]));
  const siteIds = [...rows.map((row) => row.siteId), ...coverage.map((need) => need.siteId)];
  const sites = await siteRefs(db, siteIds);
  const associations = await associationRefs(
    db,
    rows.map((row) => row.associationId),
  );
  const items = await itemRefs(
    db,
    rows.map((row) => row.itemId),
  );
  const journeys = await journeyOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...plainFields(row),
    association: present(associations, row.associationId),
    item: present(items, row.itemId),
    site: present(sites, row.siteId),
    need: row.needId === null ? null : toNeedRef(present(needs, row.needId), sites),
    journey: {
      pledged: row.quantity,
      accepted: row.acceptedQuantity,
      received: row.receivedQuantity + row.overQuantity,
      ...present(journeys, row.id),
    },
  }));
}

function plainFields(row: PledgeRow) {
  const { associationId: _a, itemId: _i, siteId: _s, needId: _n, ...fields } = row;
  return {
    ...fields,
    readyAt: row.readyAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

function toNeedRef(need: CoverageRow, sites: ReadonlyMap<string, Pledge['site']>): Pledge['need'] {
  const { needId, siteId, priority, neededBy, gap } = need;
  return { id: needId, site: present(sites, siteId), priority, neededBy: neededBy.toISOString(), gap };
}

/** Foreign keys promise that it is there. */
function present<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`A pledge names ${id}, which is not there`);
  return value;
}
