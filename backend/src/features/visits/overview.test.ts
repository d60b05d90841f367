import * as contract from '@qafila/contract';
import { addMonths } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import { ok } from '../../testing/convoy-story.ts';
import { made, planned, startVisits, type VisitStory } from './testing.ts';

let story: VisitStory;
beforeAll(async () => {
  story = await startVisits();
});
afterAll(() => story.server.close());

/** Noon in Damascus, so many months before today. */
const monthsAgo = (months: number): Date =>
  new Date(`${addMonths(dayInDamascus(new Date()), -months)}T09:00:00Z`);

/** A finished visit that ended so long ago. */
async function visited(associationId: string, at: Date, safe = true): Promise<string> {
  const { official, visitor, templateId, server } = story;
  const { id } = await planned(official, visitor, { associationId, templateId });
  await made(visitor, id, { safe });
  await server.db('visits').where({ id }).update({ started_at: at, finished_at: at });
  return id;
}

test('associations without a visit for so many months are told, those never visited first, page by page', async () => {
  const { official, world, mine, stranger } = story;
  const [recent, old, older] = [
    await world.association(),
    await world.association(),
    await world.association(),
  ];
  await visited(recent, monthsAgo(12));
  await visited(old, monthsAgo(14));
  await visited(older, monthsAgo(20));
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { months: 12, limit: 2, ...(cursor && { cursor }) };
    const page = ok(await official.call(contract.listNotVisited, { query }));
    expect(page).toMatchObject({ total: 4, neverVisited: 2 });
    seen.push(...page.items.map((it) => it.association.id));
    cursor = page.nextCursor;
  }
  const never = [mine, stranger.associationId ?? ''].sort();
  expect(seen).toEqual([...never, older, old]);
  const short = ok(await official.call(contract.listNotVisited, { query: { months: 1 } }));
  expect(short.total).toBe(5);
});

test('the map knows of each declared association its last visit and its next', async () => {
  const { official, visitor, world, templateId } = story;
  const associationId = await world.association();
  const last = await visited(associationId, monthsAgo(3), false);
  await visited(associationId, monthsAgo(9));
  const next = await planned(official, visitor, { associationId, templateId });
  const map = ok(await official.call(contract.readVisitMap));
  expect(map.find((it) => it.association.id === associationId)).toMatchObject({
    last: { id: last, result: 'critical', at: expect.stringMatching(/Z$/) },
    next: { id: next.id, at: next.plannedFor },
  });
  expect((await story.member.call(contract.readVisitMap)).status).toBe(403);
});

test('the figures count finished visits by month and result, and what is not closed by severity', async () => {
  const { official, world } = story;
  const ask = async (months: number) =>
    ok(await official.call(contract.readVisitFigures, { query: { months } }));
  const before = await ask(24);
  expect(before.months).toHaveLength(24);
  await visited(await world.association(), monthsAgo(5), false);
  const after = await ask(24);
  const total = (figures: contract.VisitFigures) =>
    figures.months.reduce((sum, it) => sum + it.byResult.critical, 0);
  expect(total(after)).toBe(total(before) + 1);
  expect(after.open.critical).toBe(before.open.critical + 1);
  expect((await ask(3)).months.map((it) => it.byResult.critical)).toEqual([0, 0, 0]);
});
