import { type HazardFeed, LIMITS } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';
import type { Config } from '../../platform/config.ts';
import type { Announcement, Context } from '../../platform/context.ts';
import type { Logger } from '../../platform/logging.ts';
import { OutboundError, outboundTo } from '../../platform/outbound.ts';
import { noteAnswer, noteFailure, selectFeed, takeTurn } from './feed.repository.ts';
import { tellCampaigns } from './hazards.service.ts';
import { readFile, store } from './import.service.ts';

const EVERY_MS = 1_800_000;
/** A turn taken a little earlier by another process still counts for this one. */
const TOLERANCE_MS = 60_000;

const TIMEOUT_MS = 30_000;

export type FeedDeps = {
  readonly config: Pick<Config, 'firmsUrls' | 'outboundPrivate'>;
  readonly db: Db;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'warn' | 'info'>;
  readonly announce: (announcement: Announcement) => void;
};

export async function feedState({ db }: Context, isConfigured: boolean): Promise<HazardFeed> {
  const row = await selectFeed(db);
  return {
    isConfigured,
    lastTriedAt: row?.lastTriedAt.toISOString() ?? null,
    lastAnsweredAt: row?.lastAnsweredAt?.toISOString() ?? null,
    added: row?.added ?? 0,
    failure: row?.failure ?? null,
  };
}

/** Fetches the configured fire tables now and every half hour, in one process of all; the answer stops it. */
export function startHazardFeed(deps: FeedDeps): () => void {
  if (deps.config.firmsUrls.length === 0) return () => undefined;
  const work = (): void => {
    fetchWhenDue(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'fire points'));
  };
  work();
  const timer = setInterval(work, EVERY_MS).unref();
  return () => clearInterval(timer);
}

export async function fetchWhenDue(deps: FeedDeps): Promise<void> {
  const now = deps.now();
  if (!(await takeTurn(deps.db, now, new Date(now.getTime() - EVERY_MS + TOLERANCE_MS)))) return;
  try {
    let added = 0;
    for (const url of deps.config.firmsUrls) added += await fetchOne(deps, url);
    await noteAnswer(deps.db, now, added);
    deps.log.info({ added }, 'fire points fetched');
  } catch (error) {
    await noteFailure(deps.db, failureOf(error));
    throw error;
  }
}

/** What came is no table of fires, but perhaps a page that asks for a key. */
class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
}

async function fetchOne({ config, db, now, announce }: FeedDeps, url: string): Promise<number> {
  const table = outboundTo(url, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: LIMITS.hazardFileChars,
    allowPrivate: config.outboundPrivate,
  });
  const { status, text } = await table.get('');
  if (status !== 200) throw new OutboundError('refused', `answered ${status}`);
  const reading = readFile(text, { now: now(), validTo: undefined });
  const fault = reading.errors.find(({ row }) => row === 0);
  if (reading.format !== 'firms_csv' || fault) {
    throw new UnreadableTable(fault ? `${fault.field}: ${fault.code}` : 'not a table of fires');
  }
  const { added } = await inTransaction(db, (trx) =>
    store(trx, reading, { by: null, now: now(), dryRun: false }),
  );
  if (added > 0) await tellCampaigns(db, announce);
  return added;
}

function failureOf(error: unknown): HazardFeed['failure'] {
  if (error instanceof OutboundError) return error.reason === 'refused' ? 'refused' : 'unreachable';
  return error instanceof UnreadableTable ? 'unreadable' : 'unreachable';
}
