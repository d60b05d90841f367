import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import { hence, planned, SECTIONS, startVisits, template, type VisitStory } from './testing.ts';

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

describe('a checklist', () => {
  test('that is changed has a new version, and visits planned before keep theirs', async () => {
    const before = await visit();
    const { version } = ok(
      await story.official.call(contract.readVisitTemplate, { params: { templateId: story.templateId } }),
    );
    const [first] = SECTIONS;
    const revised = await story.official.call(contract.reviseVisitTemplate, {
      params: { templateId: story.templateId },
      body: { nameAr: 'زيارة دورية', nameEn: 'Regular visit', sections: [first] },
      ifMatch: version,
    });
    expect(ok(revised).version).toBe(version + 1);
    expect((await visit()).sections).toHaveLength(1);
    expect(ok(await read(story.official, before.id)).sections).toEqual(SECTIONS);
    const restored = await story.official.call(contract.reviseVisitTemplate, {
      params: { templateId: story.templateId },
      body: { nameAr: 'زيارة دورية', nameEn: 'Regular visit', sections: SECTIONS },
      ifMatch: version + 1,
    });
    expect(ok(restored).version).toBe(version + 2);
  });

  test('is changed by the one who has read it last, and by no association', async () => {
    const body = { nameAr: 'أ', nameEn: 'a', sections: SECTIONS };
    const ask = (client: Client, ifMatch: number) =>
      client.call(contract.reviseVisitTemplate, { params: { templateId: story.templateId }, body, ifMatch });
    expect((await ask(story.official, 99)).problem.code).toBe('version_stale');
    expect((await ask(story.member, 1)).status).toBe(403);
  });
});

describe('a checklist that is not taken', () => {
  test('because it is retired stays readable, and nobody plans with it', async () => {
    const id = await template(story.official);
    const retire = (isRetired: boolean) =>
      story.official.call(contract.retireVisitTemplate, { params: { templateId: id }, body: { isRetired } });
    expect(ok(await retire(true)).retiredAt).not.toBeNull();
    const body = {
      ...{
        associationId: story.mine,
        templateId: id,
        plannedFor: hence(1),
        purpose: 'x',
        isAnnounced: false,
      },
      ...{ point: null, visitorIds: [story.visitor.userId] },
    };
    const { problem } = await story.official.call(contract.planVisit, { body });
    expect(problem.errors).toMatchObject([{ path: 'templateId', code: 'no_such_reference' }]);
    expect(ok(await retire(false)).retiredAt).toBeNull();
  });

  test.each([
    [
      'the same question twice',
      'sections.0.questions.1.id',
      'duplicate_lines',
      (questions: object[]) => [questions[0], questions[0]],
    ],
    [
      'a smallest number above the greatest',
      'sections.0.questions.0.maximum',
      'too_small',
      () => [
        {
          id: randomUUID(),
          kind: 'number',
          isRequired: true,
          textAr: 'أ',
          textEn: 'a',
          unitAr: '',
          unitEn: '',
          minimum: 5,
          maximum: 1,
          raises: null,
        },
      ],
    ],
  ])('with %s is refused at that question', async (_name, path, code, change) => {
    const [section] = SECTIONS;
    const sections = [{ ...section, questions: change(section?.questions ?? []) }];
    const body = { nameAr: 'أ', nameEn: 'a', sections };
    const { status, problem } = await story.official.call(contract.createVisitTemplate, { body });
    expect(status).toBe(400);
    expect(problem.errors).toMatchObject([{ path, code }]);
  });
});
