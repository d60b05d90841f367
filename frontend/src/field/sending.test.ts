import type { SessionUser, Visit, VisitPhoto, VisitRecord } from '@qafila/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../phone/request.ts';
import { type SendingDeps, type Sent, sendNext } from './sending.ts';
import type { Step, Waiting } from './steps.ts';

const ME = 'visitor';
const VISIT = { id: 'visit' } as Visit;
const done = <Body>(body: Body): Reply<Body> => ({ kind: 'done', body });
const queueOf = (steps: readonly Step[]): Waiting[] => steps.map((value, key) => ({ key, value }));

const begin: Step = { kind: 'start', visitId: 'visit', atMs: 0 };
const finish: Step = { kind: 'finish', visitId: 'visit', atMs: 9 };
const photo = (photoId: string): Step => ({
  ...{ kind: 'photo', visitId: 'visit', atMs: 5, photoId, questionId: 'q' },
  image: new Blob(),
});
const answer = (id: string): Step => ({
  ...{ kind: 'record', visitId: 'visit', atMs: 1 },
  record: { kind: 'answer', id, questionId: id, value: true, note: '' },
});

type Heard = string[];
type Server = SendingDeps['api'];

/** A server that takes everything, and writes down in which order. */
function server(heard: Heard, other: Partial<Server> = {}): Server {
  const took = <Body>(what: string, body: Body): Reply<Body> => {
    heard.push(what);
    return done(body);
  };
  return {
    whoAmI: async () => done({ id: ME } as SessionUser),
    start: async () => took('start', VISIT),
    finish: async () => took('finish', VISIT),
    addPhoto: async ({ photoId }) => took(photoId, { id: photoId } as VisitPhoto),
    saveRecords: async (_visit, records: readonly VisitRecord[]) => {
      heard.push(...records.map(({ id }) => id));
      const outcomes = records.map(({ id }) => ({ id, outcome: 'kept' as const, code: null }));
      return done({ outcomes, visit: VISIT });
    },
    ...other,
  };
}

const send = (waiting: readonly Waiting[], api: Server): Promise<Sent> =>
  sendNext({
    ...{ waiting, api, visitorId: ME, hearClock: () => undefined },
    instantOf: (ms) => new Date(ms).toISOString(),
  });

async function sendAll(steps: readonly Step[], api: Server): Promise<Waiting[]> {
  let waiting = queueOf(steps);
  for (let turn = 0; turn < 20; turn++) {
    const sent = await send(waiting, api);
    if (sent.kind !== 'sent') break;
    waiting = waiting.filter(({ key }) => !sent.keys.includes(key));
  }
  return waiting;
}

describe('what a visitor recorded', () => {
  test('is told in the order a visit has, with pictures after words', async () => {
    const heard: Heard = [];
    const left = await sendAll([photo('p'), answer('a'), begin, answer('b'), finish], server(heard));
    expect([heard, left]).toEqual([['start', 'a', 'b', 'p', 'finish'], []]);
  });

  test('waits while nobody is signed in, or somebody else is', async () => {
    const heard: Heard = [];
    const another = { whoAmI: async () => done({ id: 'another' } as SessionUser) };
    const nobody = { whoAmI: async (): Promise<Reply<SessionUser>> => ({ kind: 'ended' }) };
    for (const api of [server(heard, another), server(heard, nobody)]) {
      expect(await send(queueOf([answer('a')]), api)).toEqual({ kind: 'ended' });
    }
    expect(heard).toEqual([]);
  });

  test('is not given up because its visitor may make no visits today', async () => {
    const start = async () => ({ kind: 'refused', code: 'forbidden', paths: [] }) as const;
    expect(await send(queueOf([begin]), server([], { start }))).toEqual({ kind: 'ended' });
  });
});

describe('a record that is refused', () => {
  test('is named with its reason, and the others of its batch are kept', async () => {
    const saveRecords: Server['saveRecords'] = async (_visit, records) => {
      const outcomes = records.map(({ id }) =>
        id === 'b'
          ? { id, outcome: 'refused' as const, code: 'too_big' }
          : { id, outcome: 'kept' as const, code: null },
      );
      return done({ outcomes, visit: VISIT });
    };
    const sent = await send(queueOf([answer('a'), answer('b')]), server([], { saveRecords }));
    expect(sent).toMatchObject({ keys: [0, 1], refused: [{ step: answer('b'), code: 'too_big' }] });
  });

  test('that does not fit the contract leaves the queue alone, and the rest is sent again', async () => {
    const saveRecords = async () =>
      ({ kind: 'refused', code: 'invalid_input', paths: ['records.1.note'] }) as const;
    const sent = await send(queueOf([answer('a'), answer('b')]), server([], { saveRecords }));
    expect(sent).toMatchObject({ keys: [1], refused: [{ code: 'invalid_input' }] });
  });
});

type Weather = 'up' | 'down' | 'lost answer';

test('over any network everything arrives, and nothing before its visit has begun or after it is over', async () => {
  const days = fc.array(fc.constantFrom<Weather>('up', 'down', 'lost answer'), { maxLength: 30 });
  const kinds = fc.shuffledSubarray([begin, answer('a'), answer('b'), photo('p'), photo('r'), finish], {
    minLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(days, kinds, async (bad, steps) => {
      const heard: Heard = [];
      let waiting = queueOf(steps);
      for (const weather of [...bad, ...Array.from({ length: 8 }, (): Weather => 'up')]) {
        const sent = await send(waiting, inWeather(weather, server(heard)));
        if (sent.kind === 'sent') waiting = waiting.filter(({ key }) => !sent.keys.includes(key));
      }
      const firstTimes = [...new Set(heard)];
      expect(waiting).toEqual([]);
      expect([firstTimes[0], firstTimes.at(-1), firstTimes.length]).toEqual(['start', 'finish', 6]);
    }),
  );
});

/** A server that hears or does not, and whose answers come or do not. */
function inWeather(weather: Weather, api: Server): Server {
  const through =
    <Arguments extends unknown[], Body>(ask: (...sent: Arguments) => Promise<Reply<Body>>) =>
    async (...sent: Arguments): Promise<Reply<Body>> => {
      const reply = weather === 'down' ? undefined : await ask(...sent);
      return weather === 'up' && reply ? reply : { kind: 'unreachable' };
    };
  return {
    whoAmI: api.whoAmI,
    start: through(api.start),
    finish: through(api.finish),
    saveRecords: through(api.saveRecords),
    addPhoto: through(api.addPhoto),
  };
}
