import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import { contextOf } from '../../testing/world.ts';
import { remindOfFindings } from './index.ts';
import { made, notFound, picture, planned, startVisits, type VisitStory } from './testing.ts';

let story: VisitStory;
beforeAll(async () => {
  story = await startVisits();
});
afterAll(() => story.server.close());

const DAY_MS = 86_400_000;

async function finding({ safe = false, order = 4 } = {}): Promise<contract.Finding> {
  const { official, visitor, mine, templateId } = story;
  const { id } = await planned(official, visitor, { associationId: mine, templateId });
  const [found] = (await made(visitor, id, { safe, order })).findings;
  if (!found) throw new Error('The visit found nothing');
  return found;
}

const read = (client: Client, findingId: string) =>
  client.call(contract.readFinding, { params: { findingId } });
const answerIt = (client: Client, findingId: string, documentIds: string[] = []) =>
  client.call(contract.answerFinding, {
    params: { findingId },
    body: { note: 'رُكّبت مطفأة جديدة', documentIds },
  });
const closeIt = (client: Client, findingId: string) =>
  client.call(contract.closeFinding, { params: { findingId }, body: { note: 'عوينت' } });
const reopenIt = (client: Client, findingId: string, dueOn = '2099-01-01') =>
  client.call(contract.reopenFinding, { params: { findingId }, body: { reason: 'الصورة قديمة', dueOn } });

async function evidence(client: Client, associationId: string): Promise<string> {
  const added = await client.call(contract.addDocument, {
    params: { associationId },
    query: { name: 'صورة المطفأة', purpose: 'finding' },
    body: await picture(),
  });
  return ok(added, 201).id;
}

describe('a finding', () => {
  test('is due after the days of its severity, answered with evidence, opened again, and closed', async () => {
    const { member, official, mine } = story;
    const { id, dueOn, raisedAt } = await finding();
    expect(dueOn).toBe(
      contract.addDays(dayInDamascus(new Date(raisedAt)), contract.FINDING_DUE_DAYS.critical),
    );
    const document = await evidence(member, mine);
    expect(ok(await answerIt(member, id, [document])).status).toBe('answered');
    expect(ok(await reopenIt(official, id))).toMatchObject({ status: 'open', dueOn: '2099-01-01' });
    ok(await answerIt(member, id));
    const closed = ok(await closeIt(official, id));
    expect(closed.closedAt).not.toBeNull();
    expect(closed.steps.map((it) => [it.command, it.note, it.documents.length])).toEqual([
      ['answer', 'رُكّبت مطفأة جديدة', 1],
      ['reopen', 'الصورة قديمة', 0],
      ['answer', 'رُكّبت مطفأة جديدة', 0],
      ['close', 'عوينت', 0],
    ]);
  });

  test('is closed only on evidence, and by officials', async () => {
    const { member, official } = story;
    const { id } = await finding();
    expect((await closeIt(official, id)).problem.code).toBe('transition_not_allowed');
    ok(await answerIt(member, id));
    expect((await answerIt(member, id)).problem.code).toBe('transition_not_allowed');
    for (const client of [member, story.stranger]) {
      expect((await closeIt(client, id)).status).toBe(403);
      expect((await reopenIt(client, id)).status).toBe(403);
    }
  });

  test('is not there for another association, whose papers are no evidence either', async () => {
    const { member, stranger } = story;
    const { id } = await finding();
    const nowhere = await read(stranger, randomUUID());
    expect(nowhere.status).toBe(404);
    expect(notFound(await read(stranger, id))).toEqual(notFound(nowhere));
    expect(notFound(await answerIt(stranger, id))).toEqual(notFound(nowhere));
    const theirs = await evidence(stranger, stranger.associationId ?? '');
    const { problem } = await answerIt(member, id, [theirs]);
    expect(problem.errors).toMatchObject([{ path: 'documentIds.0', code: 'no_such_reference' }]);
    expect(ok(await read(member, id)).status).toBe('open');
  });

  test('gets another date or severity from an official until it is closed, and never a date that is past', async () => {
    const { official } = story;
    const { id, version } = await finding();
    const change = (body: object, ifMatch: number) =>
      official.call(contract.updateFinding, { params: { findingId: id }, body, ifMatch });
    expect((await change({ severity: 'minor' }, version + 1)).problem.code).toBe('version_stale');
    const past = await change({ dueOn: '2020-01-01' }, version);
    expect(past.problem.errors).toMatchObject([{ path: 'dueOn', code: 'too_early' }]);
    const later = ok(await change({ severity: 'minor', dueOn: '2099-02-03' }, version));
    expect(later).toMatchObject({ severity: 'minor', dueOn: '2099-02-03' });
    expect(
      (await story.member.call(contract.updateFinding, { params: { findingId: id }, body: {}, ifMatch: 2 }))
        .status,
    ).toBe(403);
  });
});

describe('the list of findings', () => {
  test('is paged by due date, narrowed, and an association’s holds its own alone', async () => {
    const { official, member, stranger, mine } = story;
    await finding({ safe: true, order: 1 });
    await finding();
    const ids = async (client: Client, query: object) =>
      ok(await client.call(contract.listFindings, { query })).items.map((it) => it.id);
    const all = await ids(official, { associationId: mine, state: 'all' });
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { associationId: mine, state: 'all' as const, limit: 2, ...(cursor && { cursor }) };
      const page = ok(await official.call(contract.listFindings, { query }));
      paged.push(...page.items.map((it) => it.id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(await ids(member, { state: 'all' })).toEqual(all);
    expect(await ids(stranger, { state: 'all' })).toEqual([]);
    expect(await ids(stranger, { state: 'all', associationId: mine })).toEqual([]);
    const major = ok(await official.call(contract.listFindings, { query: { severity: 'major' } })).items;
    expect(new Set(major.map((it) => it.severity))).toEqual(new Set(['major']));
  });
});

describe('reminders', () => {
  const remind = async (days: number) => {
    const ctx = contextOf(story.server.db, '');
    return await remindOfFindings({ ...ctx, now: () => new Date(Date.now() + days * DAY_MS) });
  };
  const told = async (id: string): Promise<string[]> =>
    (
      await story.server
        .db('notices')
        .whereRaw('system_key LIKE ?', [`finding ${id}%`])
        .orderBy('sent_at')
    ).map((it: { system_kind: string }) => it.system_kind);

  test('come once for each day that calls for one, also from two servers at once', async () => {
    const { id } = await finding({ safe: true, order: 1 });
    await remind(0);
    expect(await told(id)).toEqual([]);
    await Promise.all([remind(23), remind(23), remind(24)]);
    expect(await told(id)).toEqual(['finding_due']);
    await remind(30);
    await remind(37);
    await remind(38);
    expect(await told(id)).toEqual(['finding_due', 'finding_due', 'finding_overdue']);
  });

  test('are announced when they are kept, and not before', async () => {
    const { id } = await finding({ safe: true, order: 1 });
    const announce = () => {
      throw new Error('killed');
    };
    const now = () => new Date(Date.now() + 23 * DAY_MS);
    const ctx = contextOf(story.server.db, '');
    await expect(remindOfFindings({ ...ctx, now, announce })).rejects.toThrow('killed');
    expect(await told(id)).toEqual(['finding_due']);
    await remind(23);
    expect(await told(id)).toEqual(['finding_due']);
  });

  test('that were missed are made up for by the last one alone, and a finding that is answered needs none', async () => {
    const late = await finding({ safe: true, order: 1 });
    const answered = await finding({ safe: true, order: 1 });
    ok(await answerIt(story.member, answered.id));
    await remind(60);
    expect(await told(late.id)).toEqual(['finding_overdue']);
    expect(await told(answered.id)).toEqual([]);
  });
});
