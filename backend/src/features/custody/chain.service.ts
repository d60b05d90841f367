import type { CustodyStep, Journey, LotState } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { handOversOf, promiseOf, type StepRow } from './chain.repository.ts';
import { lotStatesOf, whereaboutsOf } from './lots.repository.ts';

/** From hand to hand: the promise, then every movement of its goods in the order of the ledger. */
export async function chainOfCustody({ db, actor }: Context, pledgeId: string): Promise<CustodyStep[]> {
  const only = onlyAssociation(actor);
  const promise = await promiseOf(db, pledgeId, only);
  if (!promise) return [];
  return [promise, ...(await handOversOf(db, pledgeId, only))].map(toStep);
}

export async function lotStates(db: Db, pledgeId: string): Promise<LotState[]> {
  return await lotStatesOf(db, pledgeId);
}

export type OnTheWay = Pick<Journey, 'loaded' | 'aboard' | 'delivered' | 'damaged' | 'missing' | 'returned'>;

/** How far the goods of each pledge got; every id asked for has an answer. */
export async function journeyOf(db: Db, pledgeIds: string[]): Promise<Map<string, OnTheWay>> {
  const nowhere: OnTheWay = { loaded: 0, aboard: 0, delivered: 0, damaged: 0, missing: 0, returned: 0 };
  const journeys = new Map(pledgeIds.map((id) => [id, nowhere]));
  if (pledgeIds.length === 0) return journeys;
  for (const { pledgeId, ...onTheWay } of await whereaboutsOf(db, pledgeIds)) {
    journeys.set(pledgeId, onTheWay);
  }
  return journeys;
}

function toStep({ at, fromAr, fromEn, toAr, toEn, ...step }: StepRow): CustodyStep {
  return {
    ...step,
    at: at.toISOString(),
    from: { nameAr: fromAr, nameEn: fromEn },
    to: { nameAr: toAr, nameEn: toEn },
  };
}
