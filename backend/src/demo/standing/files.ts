import {
  addDays,
  addDocument,
  createObligationType,
  grantPledgeOverride,
  listObligations,
  type Obligation,
  readObligation,
  reviewObligation,
  revokePledgeOverride,
  submitObligation,
} from '@qafila/contract';
import { openDueObligations, remindOfObligations } from '../../features/obligations/index.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { ASSOCIATIONS, accountOfNamed } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { financeEvents } from './files-finances.ts';
import { paper } from './paper.ts';

const DAY_H = 24;
const FIRST_DAYS_AGO = 400;
const EVERY_DAYS = 10;
const LAST_DAYS_AGO = 1;
const RULES_DAYS_AGO = 398;
const HANDED_IN_BEFORE_DAYS = 9;
const LATE_DAYS = 20;
const MENDED_DAYS = 30;
const REVIEWED_AFTER_DAYS = 5;
const PERMITTED_DAYS_AGO = [60, 18] as const;
const LISTED = 200;

/** Those that pledge in the campaigns of the story hand in in time whatever would keep them from it. */
const PLEDGING: ReadonlySet<string> = new Set(Object.values(ASSOCIATIONS).map(({ nameAr }) => nameAr));

/** More than a year of what associations owe: in time, late, returned, and not at all; and their accounts. */
export const fileChapter: Chapter = (told) => [
  event(told, RULES_DAYS_AGO, (official) => stateRules(told, official)),
  ...[...days(FIRST_DAYS_AGO, EVERY_DAYS), LAST_DAYS_AGO].map((daysAgo) =>
    event(told, daysAgo, (official) => work(told, official)),
  ),
  ...PERMITTED_DAYS_AGO.map((daysAgo, index) =>
    event(told, daysAgo, (official) => permit(told, official, index === 0)),
  ),
  ...financeEvents(told),
];

function event(told: StandingTold, daysAgo: number, happen: (official: Client) => Promise<void>): Event {
  const atHours = -daysAgo * DAY_H + 1;
  return { atHours, happen: async () => await happen(await told.as('official@demo.qafila')) };
}

function days(first: number, every: number): number[] {
  return Array.from({ length: Math.floor(first / every) }, (_, index) => first - index * every);
}

/** Two rules whose days lie around now, so that something is due and something overdue whenever the story is told. */
async function stateRules({ clock }: StandingTold, official: Client): Promise<void> {
  const [soon, past] = [dayInDamascus(clock.at(8 * DAY_H)), dayInDamascus(clock.at(-12 * DAY_H))];
  const rule = { graceDays: 5, blocksPledges: false, isActive: true };
  await official(createObligationType, {
    body: {
      ...rule,
      key: 'warehouse_inventory',
      nameAr: 'جرد المستودعات',
      nameEn: 'Warehouse inventory',
      schedule: yearlyOn(soon),
      documentsAr: 'محضر الجرد موقّعاً من أمين المستودع',
      documentsEn: 'The inventory, signed by the warehouse keeper',
    },
  });
  await official(createObligationType, {
    body: {
      ...rule,
      key: 'beneficiary_lists',
      nameAr: 'بيان بأعداد المستفيدين',
      nameEn: 'Statement of people served',
      schedule: yearlyOn(past),
      documentsAr: 'أعداد المستفيدين بحسب الخدمة والمحافظة، بلا أسماء',
      documentsEn: 'How many were served, by service and governorate, without names',
      blocksPledges: true,
    },
  });
}

function yearlyOn(day: string) {
  return { kind: 'yearly' as const, month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** What the server does by itself, then what associations bring, then what officials decide. */
async function work(told: StandingTold, official: Client): Promise<void> {
  await openDueObligations(told.system);
  await remindOfObligations(told.system);
  const today = dayInDamascus(told.clock.now());
  const due = await official(listObligations, {
    query: { open: 'yes', to: addDays(today, HANDED_IN_BEFORE_DAYS), limit: LISTED },
  });
  for (const obligation of due.items)
    if (isBrought(obligation, today)) await bring(told, official, obligation);
  const handedIn = await official(listObligations, { query: { state: 'submitted', limit: LISTED } });
  const before = told.clock.now().getTime() - REVIEWED_AFTER_DAYS * DAY_H * 3_600_000;
  for (const obligation of handedIn.items) {
    if (Date.parse(obligation.submittedAt ?? '') < before) await judge(official, obligation, today);
  }
}

type Fate = 'good' | 'late' | 'returned' | 'never';

const FATES: readonly Fate[] = [
  'good',
  'good',
  'good',
  'late',
  'good',
  'good',
  'returned',
  'good',
  'never',
  'good',
];

/** The same each time the story is told: from the letters of whose it is and what. */
function fateOf({ association, type, period }: Obligation): Fate {
  if (PLEDGING.has(association.nameAr) && type.blocksPledges) return 'good';
  const letters = [...`${association.nameEn}${type.key}${period}`];
  const sum = letters.reduce((total, letter, at) => total + (letter.codePointAt(0) ?? 0) * (at + 3), 0);
  return FATES[sum % FATES.length] ?? 'good';
}

function isBrought(obligation: Obligation, today: string): boolean {
  const fate = fateOf(obligation);
  if (fate === 'never') return false;
  if (obligation.state === 'returned') return today >= addDays(obligation.dueOn, MENDED_DAYS);
  return fate !== 'late' || today >= addDays(obligation.dueOn, LATE_DAYS);
}

async function bring(told: StandingTold, official: Client, obligation: Obligation): Promise<void> {
  const { association, type, period } = obligation;
  const account = accountOfNamed(association.nameAr);
  const hand = account ? await told.as(account) : official;
  const document = await hand(addDocument, {
    params: { associationId: association.id },
    query: { name: period === 'once' ? type.nameAr : `${type.nameAr} ${period}`, purpose: 'obligation' },
    file: paper(`${type.nameEn} ${period}`),
  });
  await hand(submitObligation, {
    params: { obligationId: obligation.id },
    body: { note: account ? '' : 'سُلّمت باليد إلى ديوان المديرية.', documentIds: [document.id] },
  });
}

async function judge(official: Client, obligation: Obligation, today: string): Promise<void> {
  const isMended = today > addDays(obligation.dueOn, MENDED_DAYS);
  const body =
    fateOf(obligation) === 'returned' && !isMended
      ? ({ command: 'return', reason: 'ينقص توقيع رئيس مجلس الإدارة وختم الجمعية.' } as const)
      : ({ command: 'accept' } as const);
  const params = { obligationId: obligation.id };
  const { version } = await official(readObligation, { params });
  await official(reviewObligation, { params, ifMatch: version, body });
}

/** One permission that was taken back, and one that holds. */
async function permit(told: StandingTold, official: Client, isTakenBack: boolean): Promise<void> {
  const { items } = await official(listObligations, { query: { standing: 'overdue', limit: LISTED } });
  const blocked = items.find(
    ({ type, association }) => type.blocksPledges && !PLEDGING.has(association.nameAr),
  );
  if (!blocked) return;
  const { id } = await official(grantPledgeOverride, {
    params: { associationId: blocked.association.id },
    body: {
      reason: 'لديها خيام وأغطية جاهزة، والتدقيق في وثائقها جارٍ.',
      endsOn: addDays(dayInDamascus(told.clock.now()), 40),
    },
  });
  if (!isTakenBack) return;
  await official(revokePledgeOverride, {
    params: { overrideId: id },
    body: { reason: 'لم تستكمل وثائقها في الموعد المتفق عليه.' },
  });
}
