import { randomUUID } from 'node:crypto';
import {
  addVisitPhoto,
  createVisitTemplate,
  finishVisit,
  planVisit,
  saveVisitRecords,
  startVisit,
  type Visit,
  type VisitRecord,
  type VisitSection,
} from '@qafila/contract';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Answer, Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import { startTestServer } from '../../testing/server.ts';
import { createWorld } from '../../testing/world.ts';

/** One question of every kind; the yes-or-no, the scale and the number raise findings. */
export const QUESTIONS = {
  safe: randomUUID(),
  order: randomUUID(),
  served: randomUUID(),
  remarks: randomUUID(),
  store: randomUUID(),
} as const;

export const SECTIONS: VisitSection[] = [
  {
    id: randomUUID(),
    titleAr: 'المقر',
    titleEn: 'The seat',
    questions: [
      {
        ...{ id: QUESTIONS.safe, kind: 'yes_no', isRequired: true },
        ...{ textAr: 'هل توجد مطفأة حريق صالحة؟', textEn: 'Is there a working fire extinguisher?' },
        raises: { when: 'no', severity: 'critical' },
      },
      {
        ...{ id: QUESTIONS.order, kind: 'scale', isRequired: true },
        ...{ textAr: 'ما مدى انتظام السجلات؟', textEn: 'How well are the records kept?' },
        raises: { when: 'at_most', value: 2, severity: 'major' },
      },
    ],
  },
  {
    id: randomUUID(),
    titleAr: 'الخدمات',
    titleEn: 'Services',
    questions: [
      {
        ...{ id: QUESTIONS.served, kind: 'number', isRequired: false },
        ...{ textAr: 'كم أسرة خُدمت هذا الشهر؟', textEn: 'How many families were served this month?' },
        ...{ unitAr: 'أسرة', unitEn: 'families', minimum: 0, maximum: 5_000 },
        raises: null,
      },
      {
        ...{ id: QUESTIONS.remarks, kind: 'text', isRequired: false },
        ...{ textAr: 'ملاحظات عامة', textEn: 'General remarks' },
      },
      {
        ...{ id: QUESTIONS.store, kind: 'photo', isRequired: true },
        ...{ textAr: 'صورة المستودع', textEn: 'A picture of the store' },
      },
    ],
  },
];

/** A server with one checklist, an association, its member and another one's, an official and a visitor. */
export type VisitStory = Awaited<ReturnType<typeof startVisits>>;

export async function startVisits() {
  const server = await startTestServer();
  const world = await createWorld(server.db);
  const official = await server.as('official');
  const mine = await world.association();
  return {
    ...{ server, world, official, mine },
    visitor: await server.as('official', { name: 'الزائرة' }),
    member: await server.as('association', { associationId: mine }),
    stranger: await server.as('association'),
    templateId: await template(official),
  };
}

export const HOUR_MS = 3_600_000;
export const hence = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

export async function template(official: Client): Promise<string> {
  const body = { nameAr: 'زيارة دورية', nameEn: 'Regular visit', sections: SECTIONS };
  return ok(await official.call(createVisitTemplate, { body }), 201).id;
}

type PlanInput = { associationId: string; templateId: string; isAnnounced?: boolean; plannedFor?: string };

export async function planned(official: Client, visitor: Client, plan: PlanInput): Promise<Visit> {
  const body = {
    ...{ isAnnounced: false, plannedFor: hence(1), purpose: 'متابعة دورية', point: null },
    ...plan,
    visitorIds: [visitor.userId],
  };
  return ok(await official.call(planVisit, { body }), 201);
}

export const answer = (
  questionId: string,
  value: boolean | number | string | null,
  { at = hence(0), note = '' } = {},
): Extract<VisitRecord, { kind: 'answer' }> => ({
  kind: 'answer',
  id: randomUUID(),
  at,
  questionId,
  value,
  note,
});

export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();

export async function addPicture(
  visitor: Client,
  visitId: string,
  {
    photoId = randomUUID(),
    questionId = QUESTIONS.store as string,
    body,
  }: { photoId?: string; questionId?: string; body?: Buffer } = {},
) {
  return await visitor.call(addVisitPhoto, {
    params: { visitId, photoId },
    query: { questionId, at: hence(0) },
    body: body ?? (await picture()),
    headers: { 'Content-Type': 'image/jpeg' },
  });
}

export const save = (visitor: Client, visitId: string, records: VisitRecord[]) =>
  visitor.call(saveVisitRecords, { params: { visitId }, body: { records } });

export const begin = (visitor: Client, visitId: string, at = hence(0)) =>
  visitor.call(startVisit, { params: { visitId }, body: { at } });

export const finish = (visitor: Client, visitId: string, at = hence(0)) =>
  visitor.call(finishVisit, { params: { visitId }, body: { at } });

/** Begun, answered with these answers and a picture, and finished. */
export async function made(
  visitor: Client,
  visitId: string,
  { safe = true, order = 4, note = '' }: { safe?: boolean; order?: number; note?: string } = {},
): Promise<Visit> {
  ok(await begin(visitor, visitId));
  ok(await save(visitor, visitId, [answer(QUESTIONS.safe, safe, { note }), answer(QUESTIONS.order, order)]));
  ok(await addPicture(visitor, visitId));
  return ok(await finish(visitor, visitId));
}

/** A refusal without what is new in each answer. */
export function notFound({ status, problem }: Answer<unknown>): object {
  expect(status).toBe(404);
  return { ...problem, instance: undefined };
}
