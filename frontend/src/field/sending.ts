import type { Visit, VisitPhoto, VisitRecord } from '@qafila/contract';
import type { Exchange } from '../phone/clock.ts';
import type { Reply } from '../phone/request.ts';
import type { Rest } from '../phone/sender.ts';
import type { Api } from './api.ts';
import type { PhotoStep, Step, Waiting } from './steps.ts';

/** A batch that a phone can send within its patience over the slowest network. */
const RECORDS_AT_ONCE = 50;

/** What the server will never take, and why. */
export type Refusal = { readonly step: Step; readonly code: string };

export type Sent =
  | Rest
  | {
      readonly kind: 'sent';
      /** Of the steps that the server has answered for. */
      readonly keys: readonly number[];
      readonly refused: readonly Refusal[];
      readonly visit?: Visit;
      readonly photo?: { readonly visitId: string; readonly photo: VisitPhoto };
    };

export type SendingDeps = {
  readonly waiting: readonly Waiting[];
  readonly api: Pick<Api, 'whoAmI' | 'start' | 'finish' | 'saveRecords' | 'addPhoto'>;
  readonly visitorId: string;
  readonly hearClock: (exchange: Exchange) => void;
  /** A moment by the phone's clock as the server's clock tells it. */
  readonly instantOf: (phoneMs: number) => string;
};

/**
 * Sends what is due next: visits are begun before anything of them is told, and finished after everything is. It asks
 * first who is signed in, for nobody sends what another recorded.
 */
export async function sendNext(deps: SendingDeps): Promise<Sent> {
  const batch = nextOf(deps.waiting);
  const [first] = batch;
  if (!first) return { kind: 'idle' };
  const who = await deps.api.whoAmI();
  if (who.kind === 'unreachable') return who;
  if (who.kind !== 'done' || who.body.id !== deps.visitorId) return { kind: 'ended' };
  if (who.heard) deps.hearClock(who.heard);
  return await send(deps, first.value, batch);
}

async function send(deps: SendingDeps, first: Step, batch: readonly Waiting[]): Promise<Sent> {
  const { api, instantOf } = deps;
  switch (first.kind) {
    case 'record':
      return await sendRecords(deps, first.visitId, batch);
    case 'photo':
      return conclude(await sendPhoto(deps, first), batch, (photo) => ({
        photo: { visitId: first.visitId, photo },
      }));
    default: {
      const reply = await api[first.kind](first.visitId, instantOf(first.atMs));
      return conclude(reply, batch, (visit) => ({ visit }));
    }
  }
}

const ORDER = ['start', 'record', 'photo', 'finish'] as const;

/** One step, or records of one visit together. */
function nextOf(waiting: readonly Waiting[]): readonly Waiting[] {
  for (const kind of ORDER) {
    const first = waiting.find(({ value }) => value.kind === kind);
    if (!first) continue;
    if (kind !== 'record') return [first];
    const { visitId } = first.value;
    const ofVisit = waiting.filter(({ value }) => value.kind === 'record' && value.visitId === visitId);
    return ofVisit.slice(0, RECORDS_AT_ONCE);
  }
  return [];
}

function sendPhoto(
  { api, instantOf }: SendingDeps,
  { visitId, photoId, questionId, atMs, image }: PhotoStep,
) {
  return api.addPhoto({ visitId, photoId, questionId, image, at: instantOf(atMs) });
}

async function sendRecords(
  { api, instantOf }: SendingDeps,
  visitId: string,
  batch: readonly Waiting[],
): Promise<Sent> {
  const records = batch.flatMap(({ value }): VisitRecord[] =>
    value.kind === 'record' ? [{ ...value.record, at: instantOf(value.atMs) } as VisitRecord] : [],
  );
  const reply = await api.saveRecords(visitId, records);
  if (reply.kind === 'refused') {
    // A record that does not fit the contract keeps the others from being read.
    const named = batch.filter((_step, index) => reply.paths.some((path) => isOf(path, index)));
    return conclude(reply, named.length > 0 ? named : batch, () => ({}));
  }
  if (reply.kind !== 'done') return reply;
  const codes = new Map(reply.body.outcomes.map(({ id, code }) => [id, code]));
  const refused = batch.flatMap(({ value }): Refusal[] => {
    const code = value.kind === 'record' ? codes.get(value.record.id) : null;
    return code ? [{ step: value, code }] : [];
  });
  return { kind: 'sent', keys: keysOf(batch), refused, visit: reply.body.visit };
}

type Learned = { readonly visit?: Visit; readonly photo?: { visitId: string; photo: VisitPhoto } };

function conclude<Body>(reply: Reply<Body>, batch: readonly Waiting[], learn: (body: Body) => Learned): Sent {
  switch (reply.kind) {
    case 'done':
      return { kind: 'sent', keys: keysOf(batch), refused: [], ...learn(reply.body) };
    case 'refused':
      // Who may make no visits today may again tomorrow: what was recorded is not given up for that.
      if (reply.code === 'forbidden') return { kind: 'ended' };
      return {
        kind: 'sent',
        keys: keysOf(batch),
        refused: batch.map(({ value }) => refusalOf(value, reply.code)),
      };
    default:
      return reply;
  }
}

const refusalOf = (step: Step, code: string): Refusal => ({ step, code });
const keysOf = (batch: readonly Waiting[]): number[] => batch.map(({ key }) => key);
const isOf = (path: string, index: number): boolean => path.startsWith(`records.${index}.`);
