import type { DriverView } from '@qafila/contract';
import type { Rest } from '../phone/sender.ts';
import type { Api } from './api.ts';
import type { Entry, HeldReport, Store } from './store.ts';

/** A batch that a phone can send within its patience over the slowest network. */
const FIXES_AT_ONCE = 100;
const REPORTS_LOOKED_AT = 50;
/** Time to take a slip of the finger back. */
export const HOLD_MS = 5_000;

export type Sent =
  | Rest
  | { readonly kind: 'report'; readonly view: DriverView }
  | { readonly kind: 'refusedReport'; readonly reportId: string }
  | { readonly kind: 'fixes'; readonly lastAt: string | null };

export type SendingDeps = {
  readonly store: Pick<Store, 'oldest' | 'drop'>;
  readonly api: Pick<Api, 'sendReport' | 'sendFixes'>;
  readonly nowMs: () => number;
};

/** Sends what is due next, reports before fixes, and takes from its queue only what the server has answered for. */
export async function sendNext(deps: SendingDeps): Promise<Sent> {
  const reports = await deps.store.oldest('reports', REPORTS_LOOKED_AT);
  const due = reports.find(({ value }) => !isHeld(value, deps.nowMs()));
  if (due) return await sendReport(deps, due);
  const fixes = await deps.store.oldest('fixes', FIXES_AT_ONCE);
  if (fixes.length > 0) return await sendFixes(deps, fixes);
  if (reports.length === 0) return { kind: 'idle' };
  return { kind: 'held', untilMs: Math.min(...reports.map(({ value }) => value.heldUntilMs)) };
}

/** A clock that was set back would hold it for ever. */
function isHeld({ heldUntilMs }: HeldReport, nowMs: number): boolean {
  return heldUntilMs > nowMs && heldUntilMs - nowMs <= HOLD_MS;
}

async function sendReport({ api, store }: SendingDeps, { key, value }: Entry<'reports'>): Promise<Sent> {
  const reply = await api.sendReport(value.report);
  if (reply.kind === 'ended' || reply.kind === 'unreachable') return reply;
  await store.drop('reports', [key]);
  return reply.kind === 'done'
    ? { kind: 'report', view: reply.body }
    : { kind: 'refusedReport', reportId: value.report.id };
}

async function sendFixes({ api, store }: SendingDeps, batch: readonly Entry<'fixes'>[]): Promise<Sent> {
  const reply = await api.sendFixes(batch.map(({ value }) => value));
  if (reply.kind === 'ended' || reply.kind === 'unreachable') return reply;
  if (reply.kind === 'refused') {
    const named = batch.filter((_fix, index) => reply.paths.some((path) => isOf(path, index)));
    await store.drop('fixes', keysOf(named.length > 0 ? named : batch));
    return { kind: 'fixes', lastAt: null };
  }
  const refused = new Set(reply.body.refused);
  const stored = batch.filter((_fix, index) => !refused.has(index));
  await store.drop('fixes', keysOf(batch));
  return { kind: 'fixes', lastAt: stored.at(-1)?.value.at ?? null };
}

const keysOf = (entries: readonly Entry<'fixes'>[]): number[] => entries.map(({ key }) => key);
const isOf = (path: string, index: number): boolean => path.startsWith(`fixes.${index}.`);
