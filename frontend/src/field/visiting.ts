import type { NamedRef, Visit } from '@qafila/contract';
import { offsetAfter } from '../phone/clock.ts';
import { createSender, type Sender } from '../phone/sender.ts';
import { randomUuid } from '../shared/api/uuid.ts';
import type { Visitor } from '../shared/visitor.ts';
import type { Api } from './api.ts';
import { type Refusal, type Sent, sendNext } from './sending.ts';
import { type Recorded, type Step, superseded, type Waiting } from './steps.ts';
import type { Store } from './store.ts';

/** Said until the visitor has read it; the visit itself may be gone by then. */
export type KeptRefusal = Refusal & { readonly id: string; readonly association: NamedRef | null };

export type FieldState = {
  /** As the server last told; see `standing` for what waits over them. */
  readonly visits: readonly Visit[];
  readonly waiting: readonly Waiting[];
  readonly refused: readonly KeptRefusal[];
  /** Whether this phone has ever read what visits there are. */
  readonly isRead: boolean;
  readonly isReached: boolean;
  /** The session has ended: nothing is sent before its visitor signs in again. */
  readonly isSignedOut: boolean;
  /** The account makes no visits. */
  readonly isForbidden: boolean;
};

type VisitingDeps = {
  readonly visitor: Visitor;
  readonly store: Store;
  readonly api: Api;
  readonly nowMs: () => number;
  readonly onChange: (state: FieldState) => void;
  /** Nobody is signed in any more, or somebody else. */
  readonly onEnded: () => void;
};

/** Answers that are given close together travel together. */
const GATHER_MS = 1_500;
const ALL = 0xffff_ffff;
/** A visit that is finished stays on its phone for so long. */
const FINISHED_KEPT_MS = 86_400_000;

type Finding = Extract<Recorded, { kind: 'finding' }>['finding'];
type Answer = Pick<Extract<Recorded, { kind: 'answer' }>, 'value' | 'note'>;

/** One visitor's part on one phone: the visits to be made, what was recorded, and how far that has come. */
export class Visiting {
  readonly #deps: VisitingDeps;
  readonly #sender: Sender;
  #state: FieldState = {
    ...{ visits: [], waiting: [], refused: [] },
    ...{ isRead: false, isReached: true, isSignedOut: false, isForbidden: false },
  };
  #offsetMs = 0;
  #lastMs = 0;
  /** Steps are written one after another. */
  #turn: Promise<void> = Promise.resolve();
  #tell: VisitingDeps['onChange'];

  constructor(deps: VisitingDeps) {
    this.#deps = deps;
    this.#tell = deps.onChange;
    this.#sender = createSender({
      nowMs: deps.nowMs,
      hear: (sent: Sent) => this.#hear(sent),
      sendNext: () =>
        sendNext({
          ...{ api: deps.api, visitorId: deps.visitor.id, waiting: this.#state.waiting },
          hearClock: (exchange) => {
            this.#offsetMs = offsetAfter(this.#offsetMs, exchange);
          },
          instantOf: (phoneMs) =>
            new Date(Math.min(phoneMs, this.#deps.nowMs()) + this.#offsetMs).toISOString(),
        }),
    });
  }

  get visitor(): Visitor {
    return this.#deps.visitor;
  }

  /** Goes on where this phone left off. */
  async open(): Promise<void> {
    const { store } = this.#deps;
    const [visits, refused, waiting] = await Promise.all([
      store.read<Visit[]>('visits'),
      store.read<KeptRefusal[]>('refused'),
      store.oldest('steps', ALL),
    ]);
    this.#lastMs = Math.max(0, ...waiting.map(({ value }) => value.atMs));
    this.#change({ visits: visits ?? [], refused: refused ?? [], waiting, isRead: visits !== undefined });
  }

  close(): void {
    this.#sender.stop();
    this.#tell = () => undefined;
  }

  /** Reads anew what visits there are, and sends what waits. For when its visitor is known to be signed in. */
  async refresh(): Promise<void> {
    const { api, visitor, nowMs } = this.#deps;
    const reply = await api.assigned();
    if (reply.kind === 'ended') return this.signedOut();
    if (reply.kind === 'unreachable') return this.unreachable();
    if (reply.kind === 'refused') return this.#change({ isForbidden: true });
    const mine = reply.body.filter(({ visitors }) => visitors.some(({ id }) => id === visitor.id));
    const listed = new Set(mine.map(({ id }) => id));
    const busy = new Set(this.#state.waiting.map(({ value }) => value.visitId));
    const kept = this.#state.visits.filter(({ id, finishedAt }) => {
      const isFresh = finishedAt !== null && nowMs() - Date.parse(finishedAt) < FINISHED_KEPT_MS;
      return !listed.has(id) && (busy.has(id) || isFresh);
    });
    await this.#keepVisits([...mine, ...kept]);
    this.#change({ isRead: true, isReached: true, isSignedOut: false, isForbidden: false });
    this.#sender.hurry();
  }

  signedOut(): void {
    this.#change({ isSignedOut: true, isReached: true });
  }

  unreachable(): void {
    this.#change({ isReached: false });
  }

  start(visitId: string): Promise<void> {
    return this.#add({ kind: 'start', visitId, atMs: 0 });
  }

  finish(visitId: string): Promise<void> {
    return this.#add({ kind: 'finish', visitId, atMs: 0 });
  }

  answer(visitId: string, questionId: string, { value, note }: Answer): Promise<void> {
    return this.#record(visitId, { kind: 'answer', id: randomUuid(), questionId, value, note });
  }

  /** Notes a finding, changes it, or with null takes it back. */
  noteFinding(visitId: string, findingId: string, finding: Finding): Promise<void> {
    return this.#record(visitId, { kind: 'finding', id: randomUuid(), findingId, finding });
  }

  addPhoto(visitId: string, questionId: string, image: Blob): Promise<void> {
    return this.#add({ kind: 'photo', visitId, questionId, photoId: randomUuid(), image, atMs: 0 });
  }

  removePhoto(visitId: string, photoId: string): Promise<void> {
    return this.#record(visitId, { kind: 'photo_removal', id: randomUuid(), photoId });
  }

  async dismiss(refusalId: string): Promise<void> {
    await this.#keepRefused(this.#state.refused.filter(({ id }) => id !== refusalId));
  }

  #record(visitId: string, record: Recorded): Promise<void> {
    return this.#add({ kind: 'record', visitId, record, atMs: 0 });
  }

  /** On the disk first, then on the screen. */
  #add(untimed: Step): Promise<void> {
    const adding = this.#turn.then(async () => {
      const { store } = this.#deps;
      const step = { ...untimed, atMs: this.#momentMs(untimed.visitId) };
      const old = superseded(this.#state.waiting, step);
      const key = await store.add('steps', step);
      const keys = old.map((it) => it.key);
      if (keys.length > 0) await store.drop('steps', keys);
      const left = this.#state.waiting.filter((it) => !keys.includes(it.key));
      this.#change({ waiting: [...left, { key, value: step }] });
      this.#sender.wake(GATHER_MS);
    });
    this.#turn = adding.catch(() => undefined);
    return adding;
  }

  /** Later than all that is known of the visit, even on a clock that was set back: the newest counts. */
  #momentMs(visitId: string): number {
    const visit = this.#state.visits.find(({ id }) => id === visitId);
    const known = [...(visit?.answers ?? []), ...(visit?.noted ?? [])].map(
      ({ at }) => Date.parse(at) - this.#offsetMs,
    );
    this.#lastMs = Math.max(this.#deps.nowMs(), this.#lastMs + 1, ...known.map((ms) => ms + 1));
    return this.#lastMs;
  }

  async #hear(sent: Sent): Promise<void> {
    if (sent.kind === 'ended') return this.#deps.onEnded();
    if (sent.kind === 'unreachable') return this.unreachable();
    if (sent.kind !== 'sent') return;
    const { store } = this.#deps;
    await this.#keepVisits(learned(this.#state.visits, sent));
    if (sent.refused.length > 0) {
      await this.#keepRefused([...this.#state.refused, ...sent.refused.map((it) => this.#toKeep(it))]);
    }
    await store.drop('steps', sent.keys);
    const waiting = this.#state.waiting.filter(({ key }) => !sent.keys.includes(key));
    this.#change({ waiting, isReached: true, isSignedOut: false });
  }

  #toKeep({ step, code }: Refusal): KeptRefusal {
    const visit = this.#state.visits.find(({ id }) => id === step.visitId);
    return { id: randomUuid(), code, step: withoutImage(step), association: visit?.association ?? null };
  }

  async #keepVisits(visits: readonly Visit[]): Promise<void> {
    await this.#deps.store.write('visits', visits);
    this.#change({ visits });
  }

  async #keepRefused(refused: FieldState['refused']): Promise<void> {
    await this.#deps.store.write('refused', refused);
    this.#change({ refused });
  }

  #change(change: Partial<FieldState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell(this.#state);
  }
}

function learned(
  visits: readonly Visit[],
  { visit, photo }: Extract<Sent, { kind: 'sent' }>,
): readonly Visit[] {
  return visits.map((known) => {
    if (visit?.id === known.id) return visit;
    if (photo?.visitId !== known.id) return known;
    const others = known.photos.filter(({ id }) => id !== photo.photo.id);
    return { ...known, photos: [...others, photo.photo] };
  });
}

/** A picture that was refused is not kept, only that it was. */
function withoutImage(step: Step): Step {
  return step.kind === 'photo' ? { ...step, image: new Blob() } : step;
}
