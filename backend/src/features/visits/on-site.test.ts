import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import {
  addPicture,
  answer,
  begin,
  finish,
  hence,
  made,
  picture,
  planned,
  QUESTIONS,
  save,
  startVisits,
  type VisitStory,
} from './testing.ts';

let story: VisitStory;
beforeAll(async () => {
  story = await startVisits();
});
afterAll(() => story.server.close());

const visit = (isAnnounced = false) =>
  planned(story.official, story.visitor, {
    associationId: story.mine,
    templateId: story.templateId,
    isAnnounced,
  });
const read = (client: Client, visitId: string) => client.call(contract.readVisit, { params: { visitId } });

describe('on the site', () => {
  test('only its visitors begin, answer and finish; for other officials it is not there to write', async () => {
    const { id } = await visit();
    for (const act of [
      begin,
      finish,
      (client: Client) => save(client, id, [answer(QUESTIONS.safe, true)]),
      (client: Client) => addPicture(client, id),
    ]) {
      expect((await act(story.official, id)).status).toBe(404);
      expect((await act(story.member, id)).status).toBe(403);
    }
    expect(ok(await read(story.official, id)).status).toBe('planned');
    expect(ok(await story.visitor.call(contract.listAssignedVisits)).map((it) => it.id)).toContain(id);
    expect(ok(await story.official.call(contract.listAssignedVisits)).map((it) => it.id)).not.toContain(id);
  });

  test('what a phone saved up counts once, in whatever order it comes, and tells by whom', async () => {
    const { id } = await visit();
    expect((await save(story.visitor, id, [answer(QUESTIONS.safe, true)])).problem.code).toBe(
      'transition_not_allowed',
    );
    ok(await begin(story.visitor, id, hence(-1)));
    const early = answer(QUESTIONS.safe, true, { at: hence(-0.5) });
    const late = answer(QUESTIONS.safe, false, { at: hence(-0.25), note: 'المطفأة فارغة' });
    ok(await save(story.visitor, id, [late]));
    const { outcomes, visit: seen } = ok(await save(story.visitor, id, [early, late, late]));
    expect(outcomes.map((it) => it.outcome)).toEqual(['kept', 'kept', 'kept']);
    expect(seen.answers).toEqual([
      { questionId: QUESTIONS.safe, value: false, note: 'المطفأة فارغة', at: late.at, byName: 'الزائرة' },
    ]);
    expect(await story.server.db('visit_records').where({ visit_id: id })).toHaveLength(2);
  });

  test('a record that cannot be right is refused alone', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id));
    const noted = { severity: 'minor' as const, text: 'x', dueOn: '2020-01-01' };
    const bad = [
      answer(randomUUID(), true),
      answer(QUESTIONS.safe, 3),
      answer(QUESTIONS.order, 6),
      answer(QUESTIONS.served, 5_001),
      answer(QUESTIONS.store, 'x'),
      answer(QUESTIONS.safe, true, { at: hence(1) }),
      { kind: 'finding' as const, id: randomUUID(), at: hence(0), findingId: randomUUID(), finding: noted },
    ];
    const good = answer(QUESTIONS.order, 3);
    const { outcomes, visit: seen } = ok(await save(story.visitor, id, [...bad, good]));
    expect(outcomes.map((it) => it.code)).toEqual([
      ...[
        'no_such_reference',
        'wrong_kind',
        'invalid_value',
        'too_big',
        'wrong_kind',
        'after_now',
        'too_early',
      ],
      null,
    ]);
    expect(seen.answers).toHaveLength(1);
  });
});

describe('a picture', () => {
  test('its pictures are the association’s to see when it is finished, and not a moment before', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id));
    const { document } = ok(await addPicture(story.visitor, id));
    const params = { associationId: story.mine };
    const listed = async (client: Client) =>
      ok(await client.call(contract.listDocuments, { params })).some((it) => it.id === document.id);
    const read = async (client: Client) => (await client.raw(`/api/v1/documents/${document.id}`)).status;
    expect([await listed(story.official), await read(story.official)]).toEqual([true, 200]);
    expect([await listed(story.member), await read(story.member)]).toEqual([false, 404]);
    ok(await save(story.visitor, id, [answer(QUESTIONS.safe, true), answer(QUESTIONS.order, 4)]));
    ok(await finish(story.visitor, id));
    expect([await listed(story.member), await read(story.member)]).toEqual([true, 200]);
  });

  test('sent twice is kept once, and one taken back does not count', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id));
    const photoId = randomUUID();
    const first = ok(await addPicture(story.visitor, id, { photoId }));
    expect(ok(await addPicture(story.visitor, id, { photoId }))).toEqual(first);
    expect(ok(await read(story.visitor, id)).photos).toEqual([first]);
    const bytes = await story.visitor.raw(`/api/v1/documents/${first.document.id}`);
    expect(bytes.headers.get('content-type')).toBe('image/jpeg');
    const removal = { kind: 'photo_removal' as const, id: randomUUID(), at: hence(0), photoId };
    expect(ok(await save(story.visitor, id, [removal])).visit.photos).toEqual([]);
  });

  test('is refused for a question that is not asked, when it is none, and above the limit', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id));
    const unknown = await addPicture(story.visitor, id, { questionId: randomUUID() });
    expect(unknown.problem.errors).toMatchObject([{ path: 'questionId', code: 'no_such_reference' }]);
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    expect((await addPicture(story.visitor, id, { body: pdf })).problem.code).toBe('image_unreadable');
    expect(
      await story.server.db('documents').where({ association_id: story.mine, media_type: 'application/pdf' }),
    ).toEqual([]);
    const body = await picture();
    const sent = await Promise.all(
      Array.from({ length: contract.LIMITS.photosPerQuestion + 2 }, () =>
        addPicture(story.visitor, id, { body }),
      ),
    );
    expect(sent.filter((it) => it.status === 200)).toHaveLength(contract.LIMITS.photosPerQuestion);
  });
});

describe('the end', () => {
  test('comes when all that is required is answered, and findings are raised by rule and by hand', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id, hence(-1)));
    const incomplete = await finish(story.visitor, id);
    expect(incomplete.problem.code).toBe('visit_incomplete');
    expect(incomplete.problem.errors?.map((it) => it.path)).toEqual([
      QUESTIONS.safe,
      QUESTIONS.order,
      QUESTIONS.store,
    ]);
    const findingId = randomUUID();
    const noted = (severity: contract.FindingSeverity, at: string) => ({
      ...{ kind: 'finding' as const, id: randomUUID(), at, findingId },
      finding: { severity, text: 'سجل المستفيدين ناقص', dueOn: '2099-01-01' },
    });
    ok(
      await save(story.visitor, id, [
        answer(QUESTIONS.safe, true),
        answer(QUESTIONS.order, 2, { note: 'دفاتر غير مختومة' }),
        noted('minor', hence(-0.1)),
        noted('critical', hence(-0.2)),
      ]),
    );
    ok(await addPicture(story.visitor, id));
    const done = ok(await finish(story.visitor, id));
    expect(done).toMatchObject({
      status: 'finished',
      result: 'major',
      findingCount: 2,
      pendingCount: 2,
      noted: [],
    });
    expect(done.findings).toMatchObject([
      { severity: 'major', text: 'دفاتر غير مختومة', question: { textEn: 'How well are the records kept?' } },
      { severity: 'minor', text: 'سجل المستفيدين ناقص', question: null, dueOn: '2099-01-01' },
    ]);
    expect(done.steps.map((it) => it.command)).toEqual(['start', 'finish']);
    expect(ok(await finish(story.visitor, id))).toEqual(done);
    expect(await story.server.db('findings').where({ visit_id: id })).toHaveLength(2);
  });

  test('what comes after the end is refused for good, but what had come is known', async () => {
    const { id } = await visit();
    ok(await begin(story.visitor, id));
    const known = answer(QUESTIONS.remarks, 'قبل الإنهاء');
    ok(await save(story.visitor, id, [known, answer(QUESTIONS.safe, true), answer(QUESTIONS.order, 5)]));
    const photoId = randomUUID();
    const photo = ok(await addPicture(story.visitor, id, { photoId }));
    ok(await finish(story.visitor, id));
    const { outcomes } = ok(await save(story.visitor, id, [known, answer(QUESTIONS.remarks, 'بعده')]));
    expect(outcomes.map((it) => it.code)).toEqual([null, 'too_late']);
    expect(ok(await addPicture(story.visitor, id, { photoId }))).toEqual(photo);
    expect((await addPicture(story.visitor, id)).problem.code).toBe('transition_not_allowed');
    expect(
      ok(await read(story.visitor, id)).answers.find((it) => it.questionId === QUESTIONS.remarks)?.value,
    ).toBe('قبل الإنهاء');
  });
});

describe('the times', () => {
  test('of two phones that begin it: the earlier counts, and it begins once', async () => {
    const { id } = await visit();
    const times = [hence(-1), hence(-2), hence(-1.5)];
    await Promise.all(times.map((at) => begin(story.visitor, id, at)));
    const seen = ok(await read(story.official, id));
    expect([seen.startedAt, seen.steps.length]).toEqual([times[1], 1]);
  });

  test('to come are refused, and an end before the beginning', async () => {
    const { id } = await visit();
    expect((await begin(story.visitor, id, hence(1))).problem.errors?.[0]?.code).toBe('after_now');
    await made(story.visitor, (await visit()).id);
    ok(await begin(story.visitor, id));
    ok(await save(story.visitor, id, [answer(QUESTIONS.safe, true), answer(QUESTIONS.order, 5)]));
    expect((await finish(story.visitor, id, hence(-5))).problem.errors).toMatchObject([
      { path: 'at', code: 'too_early' },
    ]);
  });
});
