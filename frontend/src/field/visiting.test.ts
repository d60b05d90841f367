import type { SessionUser, Visit, VisitRecord } from '@qafila/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../phone/request.ts';
import type { Visitor } from '../shared/visitor.ts';
import type { Api } from './api.ts';
import { memoryStore, type Store } from './store.ts';
import { type FieldState, Visiting } from './visiting.ts';

const HUDA: Visitor = { id: 'huda', name: 'هدى' };
const NOW = Date.parse('2026-10-14T08:00:00Z');
const visit = (other: Partial<Visit> = {}): Visit =>
  ({
    ...{ id: 'visit', status: 'in_progress', visitors: [HUDA], finishedAt: null },
    ...{ answers: [], noted: [], photos: [], sections: [] },
    association: { id: 'a', nameAr: 'السنديانة', nameEn: 'Sindyana' },
    ...other,
  }) as unknown as Visit;
const done = <Body>(body: Body, serverMs = NOW): Reply<Body> => ({
  ...{ kind: 'done', body },
  heard: { serverAt: new Date(serverMs).toISOString(), askedMs: NOW, heardMs: NOW },
});
const AWAY = { kind: 'unreachable' } as const;

let store: Store;
let saved: VisitRecord[];
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  store = memoryStore();
  saved = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function serverWith(other: Partial<Api> = {}): Api {
  return {
    whoAmI: async () => done({ id: HUDA.id } as SessionUser),
    signOut: async () => done(undefined),
    assigned: async () => done([visit()]),
    start: async () => done(visit()),
    finish: async () => done(visit({ status: 'finished', finishedAt: new Date(NOW).toISOString() })),
    addPhoto: async () => AWAY,
    saveRecords: async (_visit, records) => {
      saved.push(...records);
      return done({
        outcomes: records.map(({ id }) => ({ id, outcome: 'kept', code: null })),
        visit: visit(),
      });
    },
    ...other,
  };
}

async function open(api: Api): Promise<{ visiting: Visiting; state: () => FieldState; ended: () => number }> {
  let state: FieldState | undefined;
  let ended = 0;
  const visiting = new Visiting({
    ...{ visitor: HUDA, store, api, nowMs: Date.now },
    onChange: (changed) => {
      state = changed;
    },
    onEnded: () => {
      ended += 1;
    },
  });
  await visiting.open();
  return { visiting, state: () => state as FieldState, ended: () => ended };
}

const yes = { value: true, note: '' };
const settle = () => vi.advanceTimersByTimeAsync(10_000);
const offline = serverWith({ whoAmI: async () => AWAY, assigned: async () => AWAY });

describe('a visitor without a network', () => {
  test('finds everything again after the browser was killed, and sends it once', async () => {
    const before = await open(serverWith());
    await before.visiting.refresh();
    before.visiting.close();
    const away = await open(offline);
    await away.visiting.answer('visit', 'q', yes);
    await away.visiting.noteFinding('visit', 'f', { severity: 'minor', text: 'سلك', dueOn: '2026-12-01' });
    away.visiting.close();

    const back = await open(serverWith());
    expect(back.state().visits.map(({ id }) => id)).toEqual(['visit']);
    expect(back.state().waiting.map(({ value }) => value.kind)).toEqual(['record', 'record']);
    await back.visiting.refresh();
    await settle();
    expect(saved.map(({ kind }) => kind)).toEqual(['answer', 'finding']);
    expect([back.state().waiting, await store.count('steps')]).toEqual([[], 0]);
  });

  test('has one record waiting for one answer, however often it is changed', async () => {
    const { visiting, state } = await open(offline);
    for (const value of [true, false, true]) await visiting.answer('visit', 'q', { value, note: '' });
    expect([state().waiting.length, await store.count('steps')]).toEqual([1, 1]);
  });

  test('has times that the server’s clock agrees with, when the phone’s is wrong', async () => {
    const ahead = serverWith({ whoAmI: async () => done({ id: HUDA.id } as SessionUser, NOW - 3_600_000) });
    const { visiting } = await open(ahead);
    await visiting.answer('visit', 'q', yes);
    await settle();
    expect(saved.map(({ at }) => at.slice(0, 16))).toEqual(['2026-10-14T07:00']);
  });
});

test('nothing is sent for who is not signed in, and it is sent when they are again', async () => {
  let user = 'somebody else';
  const api = serverWith({ whoAmI: async () => done({ id: user } as SessionUser) });
  const { visiting, state, ended } = await open(api);
  await visiting.answer('visit', 'q', yes);
  await settle();
  expect([saved, state().waiting.length, ended()]).toEqual([[], 1, 1]);
  user = HUDA.id;
  await visiting.refresh();
  await settle();
  expect([saved.length, state().waiting]).toEqual([1, []]);
});

test('what the server never takes is said until it has been read, also after a reload', async () => {
  const saveRecords: Api['saveRecords'] = async (_visit, records) =>
    done({
      outcomes: records.map(({ id }) => ({ id, outcome: 'refused', code: 'too_late' })),
      visit: visit(),
    });
  const first = await open(serverWith({ saveRecords }));
  await first.visiting.refresh();
  await first.visiting.answer('visit', 'q', yes);
  await settle();
  first.visiting.close();
  const { visiting, state } = await open(offline);
  expect(state().refused).toMatchObject([{ code: 'too_late', association: { nameAr: 'السنديانة' } }]);
  await visiting.dismiss(state().refused[0]?.id ?? '');
  expect(state().refused).toEqual([]);
});

test('a visit that was taken from its visitor stays while something of it waits', async () => {
  let assigned = [visit()];
  const api = serverWith({ assigned: async () => done(assigned), saveRecords: async () => AWAY });
  const { visiting, state } = await open(api);
  await visiting.refresh();
  await visiting.answer('visit', 'q', yes);
  assigned = [];
  await visiting.refresh();
  expect(state().visits.length).toBe(1);
  await store.drop('steps', await store.oldestKeys('steps', 9));
  const later = await open(api);
  await later.visiting.refresh();
  expect(later.state().visits).toEqual([]);
});
