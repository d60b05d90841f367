import { randomUUID } from 'node:crypto';
import {
  addDays,
  addVisitPhoto,
  answerFinding,
  closeFinding,
  createVisitTemplate,
  FINDING_DUE_DAYS,
  type Finding,
  finishVisit,
  listAssociationNames,
  listVisitors,
  planVisit,
  questionsIn,
  reopenFinding,
  reviseVisitTemplate,
  saveVisitRecords,
  startVisit,
  type Visit,
  type VisitQuestion,
  type VisitRecord,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { accountOfNamed } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { storePicture } from './store-picture.ts';
import { ASKED, FIRST_VERSION, SECOND_VERSION } from './visit-checklist.ts';
import { type DemoVisit, type Fate, PLANNED, VISITS } from './world-visits.ts';

const DAY_H = 24;
const MORNING_UTC_H = 8;
const WRITTEN_DAYS_AGO = 425;
const REVISED_DAYS_AGO = 200;
const PLANNED_BEFORE_DAYS = 4;
const LASTS_H = 1.5;
/** From the visit to the evidence, and from there to the directorate's answer. */
const ANSWERED_AFTER_DAYS = 6;
const DECIDED_AFTER_DAYS = 10;
const NAMES = { nameAr: 'استمارة الزيارة الدورية', nameEn: 'Regular visit' };
const ACCOUNTS = { first: 'official@demo.qafila', second: 'official2@demo.qafila' } as const;

/** A checklist in two versions, visits with what was found and became of it, and some that are still to be made. */
export const visitChapter: Chapter = (told) => {
  const template = { id: '' };
  return [
    event(told, -WRITTEN_DAYS_AGO, async (official) => {
      const body = { ...NAMES, sections: FIRST_VERSION };
      template.id = (await official(createVisitTemplate, { body })).id;
    }),
    event(told, -REVISED_DAYS_AGO, async (official) => {
      const body = { ...NAMES, sections: SECOND_VERSION };
      await official(reviseVisitTemplate, { params: { templateId: template.id }, ifMatch: 1, body });
    }),
    ...VISITS.flatMap((visit, index) => visitEvents(told, template, visit, index)),
    ...PLANNED.map((visit) => planEvent(told, template, visit)),
  ];
};

function event(told: StandingTold, days: number, happen: (official: Client) => Promise<void>): Event {
  return {
    atHours: morningOf(told, days),
    happen: async () => await happen(await told.as(ACCOUNTS.first)),
  };
}

/** Hours from now to the morning of that day, or of the working day before it where it is a Friday or a Saturday. */
function morningOf({ clock }: StandingTold, days: number): number {
  const now = clock.at(0);
  const weekday = clock.at(days * DAY_H).getUTCDay();
  const restDays = weekday === 5 ? 1 : weekday === 6 ? 2 : 0;
  return (days - restDays) * DAY_H + MORNING_UTC_H - now.getUTCHours() - now.getUTCMinutes() / 60;
}

type Template = { id: string };
type Plan = Pick<DemoVisit, 'where' | 'visitors' | 'purpose' | 'isAnnounced'>;

function planEvent(told: StandingTold, template: Template, visit: (typeof PLANNED)[number]): Event {
  const plannedFor = visit.inDays === 0 ? told.clock.at(1) : told.clock.at(morningOf(told, visit.inDays));
  return event(told, -1, async (official) => {
    await plan(official, template, visit, plannedFor);
  });
}

async function plan(official: Client, template: Template, visit: Plan, at: Date): Promise<Visit> {
  const names = await official(listAssociationNames);
  const association = names.find(({ nameAr }) => nameAr === visit.where);
  if (!association) throw new Error(`The demo visits ${visit.where}, which is nowhere`);
  return await official(planVisit, {
    body: {
      associationId: association.id,
      templateId: template.id,
      plannedFor: at.toISOString(),
      purpose: visit.purpose,
      isAnnounced: visit.isAnnounced ?? false,
      point: null,
      visitorIds: await visitorsOf(official, visit.visitors),
    },
  });
}

async function visitorsOf(official: Client, who: DemoVisit['visitors']): Promise<string[]> {
  const people = await official(listVisitors);
  const names = { first: ['هدى المصري'], second: ['سامي دركزلي'], both: ['هدى المصري', 'سامي دركزلي'] }[who];
  return people.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

function visitEvents(told: StandingTold, template: Template, visit: DemoVisit, index: number): Event[] {
  const made: { visit?: Visit } = {};
  const fates = [...(visit.bad ?? []), ...(visit.noted ?? [])].map(({ fate }) => fate);
  const later = (days: number, step: (finding: Finding, fate: Fate) => Promise<unknown>): Event => ({
    atHours: Math.min(-1, morningOf(told, -visit.daysAgo + days)),
    happen: async () => {
      for (const finding of made.visit?.findings ?? []) {
        await step(finding, fateOf(visit, finding));
      }
    },
  });
  return [
    event(told, -visit.daysAgo - PLANNED_BEFORE_DAYS, async (official) => {
      const at = told.clock.at(morningOf(told, -visit.daysAgo));
      made.visit = await plan(official, template, visit, at);
    }),
    {
      atHours: morningOf(told, -visit.daysAgo) + LASTS_H,
      happen: async () => {
        const account = ACCOUNTS[visit.visitors === 'second' ? 'second' : 'first'];
        if (made.visit) made.visit = await make(told, await told.as(account), made.visit, visit, index);
      },
    },
    ...(fates.some((fate) => fate !== 'open')
      ? [later(ANSWERED_AFTER_DAYS, (finding, fate) => answerIt(told, visit, finding, fate))]
      : []),
    ...(fates.some((fate) => fate === 'closed' || fate === 'reopened')
      ? [later(DECIDED_AFTER_DAYS, (finding, fate) => decide(told, finding, fate))]
      : []),
  ];
}

function fateOf(visit: DemoVisit, finding: Finding): Fate {
  if (finding.question === null)
    return visit.noted?.find(({ text }) => text === finding.text)?.fate ?? 'open';
  const asked = questionsIn(SECOND_VERSION).find(({ textAr }) => textAr === finding.question?.textAr);
  return visit.bad?.find(({ key }) => ASKED[key] === asked?.id)?.fate ?? 'open';
}

async function make(
  told: StandingTold,
  visitor: Client,
  planned: Visit,
  visit: DemoVisit,
  index: number,
): Promise<Visit> {
  const params = { visitId: planned.id };
  const now = told.clock.now();
  const at = (share: number) => new Date(now.getTime() - (1 - share) * LASTS_H * 3_600_000).toISOString();
  await visitor(startVisit, { params, body: { at: at(0) } });
  const questions = questionsIn(planned.sections);
  const records = questions.flatMap((question, place): VisitRecord[] => {
    const answer = answerTo(question, visit, index);
    return answer === undefined
      ? []
      : [{ kind: 'answer', id: randomUUID(), at: at((place + 1) / 20), questionId: question.id, ...answer }];
  });
  const noted = (visit.noted ?? []).map(({ severity, text }): VisitRecord => {
    const dueOn = addDays(dayInDamascus(now), FINDING_DUE_DAYS[severity]);
    const finding = { severity, text, dueOn };
    return { kind: 'finding', id: randomUUID(), at: at(0.9), findingId: randomUUID(), finding };
  });
  await visitor(saveVisitRecords, { params, body: { records: [...records, ...noted] } });
  for (const [place, { id }] of questions.filter(({ kind }) => kind === 'photo').entries()) {
    await visitor(addVisitPhoto, {
      params: { ...params, photoId: randomUUID() },
      query: { questionId: id, at: at(0.8) },
      file: await storePicture(index * 2 + place),
    });
  }
  return await visitor(finishVisit, { params, body: { at: at(1) } });
}

type Answer = { value: boolean | number | string; note: string };

/** As it should be, unless the story says otherwise; no two visits count the same families. */
function answerTo(question: VisitQuestion, visit: DemoVisit, index: number): Answer | undefined {
  const bad = visit.bad?.find(({ key }) => ASKED[key] === question.id);
  if (bad) return { value: bad.value, note: bad.note };
  switch (question.kind) {
    case 'yes_no':
      return { value: true, note: '' };
    case 'scale':
      return { value: 3 + (index % 3), note: '' };
    case 'number':
      return { value: question.id === ASKED.expired ? 0 : 24 + ((index * 37) % 190), note: '' };
    case 'text':
      return index % 3 === 0 ? { value: 'تعاون جيد من الإدارة والمتطوعين.', note: '' } : undefined;
    case 'photo':
      return undefined;
  }
}

async function answerIt(told: StandingTold, visit: DemoVisit, finding: Finding, fate: Fate): Promise<void> {
  if (fate === 'open') return;
  const client = await told.as(accountOfNamed(visit.where) ?? ACCOUNTS.first);
  const body = { note: 'عولجت الملاحظة، والإثبات محفوظ في المقر.', documentIds: [] };
  await client(answerFinding, { params: { findingId: finding.id }, body });
}

async function decide(told: StandingTold, finding: Finding, fate: Fate): Promise<void> {
  const official = await told.as(ACCOUNTS.first);
  const params = { findingId: finding.id };
  if (fate === 'closed') await official(closeFinding, { params, body: { note: 'عوين الإثبات وقُبل.' } });
  if (fate !== 'reopened') return;
  const dueOn = addDays(dayInDamascus(told.clock.now()), FINDING_DUE_DAYS[finding.severity]);
  await official(reopenFinding, { params, body: { reason: 'الإثبات لا يُظهر ما طُلب.', dueOn } });
}
