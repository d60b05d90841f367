import type { Db } from '@qafila/db';
import type { Context } from './context.ts';

type Kept<Value> = { change: string; at: number; value: Value };

/** Answers kept at most; beyond that all are forgotten. */
const MOST = 100;

/**
 * Keeps what takes long to reckon until something changes, and no longer than `keepMs` however little changes: what
 * comes with time alone is seen after so long. Each server keeps its own.
 */
export function createKept<Value>(keepMs: number) {
  const keptOf = new WeakMap<Db, Map<string, Kept<Value>>>();
  /** `change` names the last change there was; with another one everything is reckoned anew. */
  return async (
    { db, now }: Pick<Context, 'db' | 'now'>,
    { key, change }: { key: string; change: string },
    reckon: () => Promise<Value>,
  ): Promise<Value> => {
    const kept = keptOf.get(db) ?? new Map<string, Kept<Value>>();
    keptOf.set(db, kept);
    const at = now().getTime();
    const known = kept.get(key);
    if (known?.change === change && Math.abs(at - known.at) < keepMs) return known.value;
    const value = await reckon();
    if (kept.size >= MOST) kept.clear();
    kept.set(key, { change, at, value });
    return value;
  };
}
