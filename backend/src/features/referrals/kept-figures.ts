import type { ReferralFigures } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Context } from '../../platform/context.ts';
import { lastChange } from './figures.repository.ts';

type Kept = { change: string; at: number; figures: ReferralFigures };

/** What the jobs change in the months of monthly aid is seen after so long. */
const KEEP_MS = 60_000;
const MOST = 100;
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/** Years of cases are counted again only when something has happened to one. */
export async function keptFigures(
  { db, now }: Context,
  key: string,
  count: () => Promise<ReferralFigures>,
): Promise<ReferralFigures> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const at = now().getTime();
  const change = await lastChange(db);
  const known = kept.get(key);
  if (known?.change === change && Math.abs(at - known.at) < KEEP_MS) return known.figures;
  const figures = await count();
  if (kept.size >= MOST) kept.clear();
  kept.set(key, { change, at, figures });
  return figures;
}
