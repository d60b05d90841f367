import type { DriverFix, DriverReportKind, DriverView } from '@qafila/contract';
import { offsetAfter } from '../phone/clock.ts';
import type { Reply } from '../phone/request.ts';
import { createSender, type Sender } from '../phone/sender.ts';
import { randomUuid } from '../shared/api/uuid.ts';
import type { Api } from './api.ts';
import type { Said } from './next-action.ts';
import { HOLD_MS, type Sent, sendNext } from './sending.ts';
import type { HeldReport, Store } from './store.ts';
import { FIXES_KEPT, isWorthKeeping, THINNED_AT_ONCE, toGiveUp } from './thinning.ts';

export type Phase =
  | 'opening'
  | 'taking'
  /** The link could not be exchanged, or nothing is known yet and nobody answers. */
  | 'unreachable'
  /** Another phone has the link, or it has ended. */
  | 'used'
  | 'unknown'
  /** This phone has never had a link. */
  | 'none'
  | 'driving'
  | 'ended';

export type DriverState = {
  readonly phase: Phase;
  readonly view: DriverView | null;
  readonly said: readonly Said[];
  /** What can still be taken back; its key in the queue, once it is on the disk. */
  readonly held: (HeldReport & { readonly key: Promise<number> }) | null;
  readonly waiting: { readonly reports: number; readonly fixes: number };
  /** Whether the last attempt reached the server. */
  readonly isReached: boolean;
  readonly lastFix: DriverFix | null;
  readonly lastSentAt: string | null;
  readonly wasRefused: boolean;
};

const AT_FIRST: DriverState = {
  phase: 'opening',
  view: null,
  said: [],
  held: null,
  waiting: { reports: 0, fixes: 0 },
  isReached: true,
  lastFix: null,
  lastSentAt: null,
  wasRefused: false,
};

/** Fixes that come close together travel together. */
const GATHER_MS = 5_000;
const ASK_AGAIN_MS = 5_000;

type DrivingDeps = {
  readonly store: Store;
  readonly api: Api;
  readonly nowMs: () => number;
  readonly onChange: (state: DriverState) => void;
};

/** One phone's part in a convoy: what it has been told, what it has to tell, and how far that has come. */
export class Driving {
  readonly #deps: DrivingDeps;
  readonly #sender: Sender;
  #state = AT_FIRST;
  #offsetMs = 0;
  /** Also of a page that was killed: browsers tell a page that is opened anew the last position once more. */
  #lastKept: DriverFix | undefined;

  constructor(deps: DrivingDeps) {
    this.#deps = deps;
    this.#sender = createSender({
      sendNext: () => sendNext(deps),
      hear: (sent: Sent) => this.#hear(sent),
      nowMs: deps.nowMs,
    });
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Goes on where this phone left off, or takes up a link. */
  async begin(secret: string | null): Promise<void> {
    const { store } = this.#deps;
    const [view, said, lastSentAt, offsetMs, link, isEnded, lastReport, lastKept] = await Promise.all([
      store.read<DriverView>('view'),
      store.read<Said[]>('said'),
      store.read<string>('lastSentAt'),
      store.read<number>('offsetMs'),
      store.read<string>('link'),
      store.read<boolean>('isEnded'),
      store.newest('reports'),
      store.newest('fixes'),
    ]);
    this.#offsetMs = offsetMs ?? 0;
    this.#lastKept = lastKept;
    this.#change({
      view: view ?? null,
      said: withReport(said ?? [], lastReport?.report),
      lastSentAt: lastSentAt ?? null,
    });
    await this.#recount();
    // The same link opened again on the same phone is how drivers come back to the page.
    if (secret !== null && (secret !== link || isEnded)) await this.#take(secret);
    else if (isEnded) this.#change({ phase: 'ended' });
    else if (view) this.#drive();
    else await this.#ask();
  }

  async report(kind: DriverReportKind, said: { stopId?: string; note?: string } = {}): Promise<void> {
    const { store, nowMs } = this.#deps;
    const { lastFix } = this.#state;
    const report = {
      id: randomUuid(),
      kind,
      at: new Date(nowMs() + this.#offsetMs).toISOString(),
      stopId: said.stopId ?? null,
      place: lastFix && { lat: lastFix.lat, lng: lastFix.lng },
      note: said.note ?? '',
    };
    // A call for help does not wait.
    const holdMs = kind === 'sos' ? 0 : HOLD_MS;
    const held = { report, heldUntilMs: nowMs() + holdMs };
    const key = store.add('reports', held);
    // Shown before the disk has it: a second tap meanwhile would be another report, or of the next stop.
    this.#change({ said: [...this.#state.said, report], held: holdMs > 0 ? { ...held, key } : null });
    if (holdMs > 0) setTimeout(() => this.#letGo(report.id), holdMs);
    try {
      await key;
    } catch (error) {
      this.#letGo(report.id);
      await this.#forget(report.id);
      throw error;
    }
    await this.#recount();
    this.#sender.wake(held.heldUntilMs - nowMs());
    await this.#remember(this.#state.said);
  }

  /** Takes the last report back, while it is held. */
  async takeBack(): Promise<void> {
    const { held } = this.#state;
    if (!held) return;
    await this.#deps.store.drop('reports', [await held.key]);
    await this.#recount();
    this.#letGo(held.report.id);
    await this.#forget(held.report.id);
  }

  async addFix(fix: DriverFix): Promise<void> {
    if (this.#state.phase !== 'driving') return;
    this.#change({ lastFix: fix });
    if (!isWorthKeeping(this.#lastKept, fix)) return;
    this.#lastKept = fix;
    const { store } = this.#deps;
    await store.add('fixes', fix);
    if ((await store.count('fixes')) > FIXES_KEPT) {
      await store.drop('fixes', toGiveUp(await store.oldestKeys('fixes', THINNED_AT_ONCE)));
    }
    await this.#recount();
    this.#sender.wake(GATHER_MS);
  }

  /** Reads anew what the convoy's book says; for the page, and to learn whether the server can be reached. */
  async refresh(): Promise<void> {
    if (this.#state.phase !== 'driving') return;
    const askedMs = this.#deps.nowMs();
    const reply = await this.#deps.api.view();
    if (reply.kind === 'ended') await this.#end();
    if (reply.kind === 'unreachable') this.#change({ isReached: false });
    if (reply.kind !== 'done') return;
    await this.#accept(reply.body, askedMs);
    this.#sender.hurry();
  }

  /** The phone says that it has a network again, or none. */
  async network(isThere: boolean): Promise<void> {
    if (!isThere) this.#change({ isReached: false });
    else await this.refresh();
  }

  async #take(secret: string): Promise<void> {
    const { api, nowMs, store } = this.#deps;
    this.#change({ phase: 'taking' });
    const askedMs = nowMs();
    const reply = await api.begin(secret, await this.#phoneKey());
    if (reply.kind === 'done') {
      if (!isSameTrip(this.#state.view, reply.body)) await this.#startOver();
      await store.write('link', secret);
      await store.write('isEnded', false);
      await this.#accept(reply.body, askedMs);
      this.#drive();
    } else this.#stay(reply, () => this.#take(secret));
  }

  async #ask(): Promise<void> {
    const askedMs = this.#deps.nowMs();
    const reply = await this.#deps.api.view();
    if (reply.kind === 'done') {
      await this.#accept(reply.body, askedMs);
      this.#drive();
    } else if (reply.kind === 'ended') this.#change({ phase: 'none' });
    else this.#stay(reply, () => this.#ask());
  }

  #stay(reply: Reply<unknown>, again: () => Promise<void>): void {
    if (reply.kind === 'refused')
      this.#change({ phase: reply.code === 'token_expired' ? 'used' : 'unknown' });
    else {
      this.#change({ phase: 'unreachable' });
      setTimeout(() => void again(), ASK_AGAIN_MS);
    }
  }

  #drive(): void {
    this.#change({ phase: 'driving' });
    this.#sender.wake();
    void this.refresh();
  }

  async #hear(sent: Sent): Promise<void> {
    if (sent.kind === 'ended') return await this.#end();
    if (sent.kind === 'unreachable') return this.#change({ isReached: false });
    if (sent.kind === 'idle' || sent.kind === 'held') return;
    this.#change({ isReached: true });
    if (sent.kind === 'report') await this.#accept(sent.view, null);
    if (sent.kind === 'fixes' && sent.lastAt !== null) {
      this.#change({ lastSentAt: sent.lastAt });
      await this.#deps.store.write('lastSentAt', sent.lastAt);
    }
    if (sent.kind === 'refusedReport') {
      await this.#forget(sent.reportId);
      this.#change({ wasRefused: true });
    }
    await this.#recount();
  }

  async #accept(view: DriverView, askedMs: number | null): Promise<void> {
    const { nowMs, store } = this.#deps;
    if (askedMs !== null) {
      this.#offsetMs = offsetAfter(this.#offsetMs, { serverAt: view.asOf, askedMs, heardMs: nowMs() });
      await store.write('offsetMs', this.#offsetMs);
    }
    this.#change({ view, isReached: true });
    await store.write('view', view);
  }

  /** The link is over. What is still queued stays: a new link for the same vehicle takes it along. */
  async #end(): Promise<void> {
    await this.#deps.store.write('isEnded', true);
    this.#change({ phase: 'ended', held: null });
  }

  /** Another vehicle or convoy: what was to be told of the last one does not belong to it. */
  async #startOver(): Promise<void> {
    const { store } = this.#deps;
    await store.clear('reports');
    await store.clear('fixes');
    await store.write('lastSentAt', undefined);
    await this.#remember([]);
    this.#lastKept = undefined;
    this.#change({ lastSentAt: null, held: null });
    await this.#recount();
  }

  async #phoneKey(): Promise<string> {
    const known = await this.#deps.store.read<string>('phoneKey');
    const key = known ?? randomUuid();
    if (known === undefined) await this.#deps.store.write('phoneKey', key);
    return key;
  }

  #letGo(reportId: string): void {
    if (this.#state.held?.report.id === reportId) this.#change({ held: null });
  }

  async #forget(reportId: string): Promise<void> {
    await this.#remember(this.#state.said.filter(({ id }) => id !== reportId));
  }

  async #remember(said: readonly Said[]): Promise<void> {
    this.#change({ said });
    await this.#deps.store.write('said', said);
  }

  async #recount(): Promise<void> {
    const { store } = this.#deps;
    const [reports, fixes] = await Promise.all([store.count('reports'), store.count('fixes')]);
    this.#change({ waiting: { reports, fixes } });
  }

  #change(change: Partial<DriverState>): void {
    this.#state = { ...this.#state, ...change };
    this.#deps.onChange(this.#state);
  }
}

/** A page that was killed just after a tap has queued a report that it had not yet listed. */
function withReport(said: readonly Said[], last: Said | undefined): readonly Said[] {
  return !last || said.some(({ id }) => id === last.id) ? said : [...said, last];
}

/** Whether both are the same vehicle on the same convoy. */
function isSameTrip(before: DriverView | null, after: DriverView): boolean {
  return before?.convoy.id === after.convoy.id && before.vehicle.plate === after.vehicle.plate;
}
