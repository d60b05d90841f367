import { randomUUID } from 'node:crypto';
import {
  AID_OFFERS,
  type AidOffer,
  acceptReferral,
  closeReferral,
  declineReferral,
  eraseReferral,
  maintainAssociation,
  monthIn,
  monthsFromTo,
  readAssociation,
  recallReferral,
  recordHelp,
  referReferral,
  registerReferral,
  shiftMonth,
  suggestAssociations,
  withdrawReferral,
} from '@qafila/contract';
import { openMonthlyDues } from '../../features/referrals/index.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { type AssociationKey, PEOPLE } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import {
  AMOUNTS_SYP,
  citizenName,
  citizenNumber,
  type Deed,
  EMERGENCIES,
  GOODS,
  MEDICINES,
  MONTHLY,
  PLACES,
  REQUESTS,
} from './world-referrals.ts';

const CASES = 120;
const DAY_H = 24;
const MONTHS = 8;
/** The newest cases came close together: something lies in every state. */
const NEWEST = { count: 30, withinH: 9 * DAY_H };
const STORY_H = MONTHS * 30 * DAY_H;
const CASEWORKERS = ['official@demo.qafila', 'official2@demo.qafila'] as const;
/** What is given where; those without an account of the demo only show among the suggestions. */
const GIVING: readonly { key: AssociationKey; governorates: readonly string[]; aid: readonly AidOffer[] }[] =
  [
    { key: 'sindiyana', governorates: ['SY01', 'SY03', 'SY06', 'SY10'], aid: AID_OFFERS },
    { key: 'jusour', governorates: ['SY01', 'SY03', 'SY04', 'SY06'], aid: AID_OFFERS },
    {
      key: 'bayader',
      governorates: ['SY01', 'SY03'],
      aid: [
        { kind: 'in_kind', cadence: 'monthly' },
        { kind: 'in_kind', cadence: 'emergency' },
      ],
    },
    { key: 'yasmin', governorates: ['SY01', 'SY06'], aid: [{ kind: 'medical', cadence: 'emergency' }] },
  ];

type Case = AidOffer & {
  index: number;
  hoursAgo: number;
  caseworker: string;
  id: string;
  /** Whose account answers for the association it is with. */
  member: string | undefined;
  /** Monthly aid that is being given, and the last month it was given for. */
  isGiven: boolean;
  givenFor: string;
};

export const referralChapter: Chapter = (told) => {
  const cases = Array.from({ length: CASES }, (_, index) => newCase(index));
  return [
    { atHours: -STORY_H - DAY_H, happen: () => sayWhatIsGiven(told) },
    ...cases.flatMap((it) => caseEvents(told, it)),
    ...monthEvents(told, cases),
  ];
};

function newCase(index: number): Case {
  const older = CASES - NEWEST.count;
  const hoursAgo =
    index < older
      ? NEWEST.withinH + ((older - index) / older) * (STORY_H - NEWEST.withinH)
      : ((CASES - index) / NEWEST.count) * NEWEST.withinH;
  const offer = pick(AID_OFFERS, index * 5 + Math.floor(index / 6));
  const caseworker = CASEWORKERS[index % 3 === 0 ? 1 : 0];
  return {
    ...offer,
    index,
    hoursAgo,
    caseworker,
    id: randomUUID(),
    member: undefined,
    isGiven: false,
    givenFor: '',
  };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('The demo picks from nothing');
  return item;
}

/** Adds to what the associations say of themselves, so that whatever else is told of them stays. */
async function sayWhatIsGiven({ as, ids }: StandingTold): Promise<void> {
  const official = await as(CASEWORKERS[0]);
  for (const { key, governorates, aid } of GIVING) {
    const params = { associationId: idOf(ids, key) };
    const known = await official(readAssociation, { params });
    const missing = aid.filter(
      (it) => !known.aid.some(({ kind, cadence }) => kind === it.kind && cadence === it.cadence),
    );
    await official(maintainAssociation, {
      params,
      ifMatch: known.version,
      body: {
        aid: [...known.aid, ...missing],
        governorateCodes: [...new Set([...known.governorateCodes, ...governorates])],
      },
    });
  }
}

function caseEvents(told: StandingTold, it: Case): Event[] {
  const fates = it.cadence === 'monthly' ? MONTHLY : EMERGENCIES;
  const fate = pick(fates, Math.floor(it.index / 2));
  const events = [
    { atHours: -it.hoursAgo, happen: () => register(told, it) },
    ...fate.map(([days, deed]) => ({
      atHours: days * DAY_H - it.hoursAgo,
      happen: () => act(told, it, deed),
    })),
  ];
  return events.filter(({ atHours }) => atHours < 0);
}

function isVital({ index }: Case): boolean {
  return index % 19 === 0;
}

async function register({ as, clock }: StandingTold, it: Case): Promise<void> {
  const { index, id, kind, cadence } = it;
  const caseworker = await as(it.caseworker);
  const isSpoken = index % 4 === 3;
  await caseworker(registerReferral, {
    body: {
      referralId: id,
      kind,
      cadence,
      priority: cadence === 'emergency' ? (index % 5 === 0 ? 1 : 2) : 3,
      governorateCode: pick(PLACES, index),
      householdSize: 1 + ((index * 7) % 8),
      basis: isVital(it)
        ? { kind: 'vital_interest', note: 'حالة إسعافية لا تحتمل الانتظار' }
        : { kind: 'consent', form: isSpoken ? 'spoken' : 'signed', givenAt: clock.now().toISOString() },
      person: {
        fullName: citizenName(index),
        phone: `0900 000 ${String(index).padStart(3, '0')}`,
        request: pick(REQUESTS[kind], index),
        nationalId: index % 11 === 0 ? null : citizenNumber(index % 80),
      },
      duplicateReason: index < 80 ? '' : 'حاجة جديدة بعد الطلب السابق',
    },
  });
}

async function act(told: StandingTold, it: Case, deed: Deed): Promise<void> {
  if (deed.do === 'refer') return await refer(told, it);
  if (deed.do === 'withdraw') return await withdraw(told, it, deed.reason);
  // Nobody serves that place with this aid: the case waits.
  if (it.member === undefined) return;
  if (deed.do === 'recall' || deed.do === 'erase') await takeBack(told, it, deed.do);
  else if (deed.do === 'help') await help(told, it);
  else await answer(await told.as(it.member), it, deed);
  it.isGiven = it.cadence === 'monthly' && (deed.do === 'accept' || deed.do === 'help');
}

async function answer(
  member: Client,
  { id }: Case,
  deed: Extract<Deed, { do: 'accept' | 'decline' | 'close' }>,
): Promise<void> {
  const params = { referralId: id };
  if (deed.do === 'accept') {
    await member(acceptReferral, { params, body: {} });
  } else if (deed.do === 'decline') {
    await member(declineReferral, { params, body: { reason: deed.reason, note: deed.note } });
  } else {
    await member(closeReferral, { params, body: { outcome: deed.outcome, note: deed.note } });
  }
}

type Withdrawn = Extract<Deed, { do: 'withdraw' }>['reason'];

async function withdraw({ as }: StandingTold, it: Case, reason: Withdrawn): Promise<void> {
  const caseworker = await as(it.caseworker);
  await caseworker(withdrawReferral, { params: { referralId: it.id }, body: { reason } });
}

/** Only consent can be taken back. */
async function takeBack(told: StandingTold, it: Case, how: 'recall' | 'erase'): Promise<void> {
  const caseworker = await told.as(it.caseworker);
  const params = { referralId: it.id };
  if (how === 'recall') await caseworker(recallReferral, { params, body: {} });
  else if (isVital(it)) await withdraw(told, it, 'citizen_withdrew');
  else await caseworker(eraseReferral, { params });
}

/** To the least loaded of those who answer and have not declined it. */
async function refer({ as, ids }: StandingTold, it: Case): Promise<void> {
  const caseworker = await as(it.caseworker);
  const params = { referralId: it.id };
  const answering = new Map(PEOPLE.flatMap(({ of, email }) => (of ? [[idOf(ids, of), email] as const] : [])));
  const suggested = await caseworker(suggestAssociations, { params });
  const chosen = suggested.find(
    ({ association, hasDeclined }) => !hasDeclined && answering.has(association.id),
  );
  it.member = chosen && answering.get(chosen.association.id);
  if (!chosen) return;
  await caseworker(referReferral, { params, body: { associationId: chosen.association.id } });
}

async function help({ as, clock, ids }: StandingTold, it: Case): Promise<void> {
  if (it.member === undefined) return;
  const member = await as(it.member);
  const { index, kind, cadence } = it;
  const today = dayInDamascus(clock.now());
  it.givenFor = monthIn(today);
  const [item, quantity] = pick(GOODS, index);
  const isMoney = kind === 'cash' || (kind === 'medical' && index % 2 === 0);
  const goods = { itemId: idOf(ids, item), description: '', quantity };
  const medicine = { itemId: null, description: pick(MEDICINES, index), quantity: 1 + (index % 3) };
  await member(recordHelp, {
    params: { referralId: it.id },
    body: {
      helpId: randomUUID(),
      givenOn: today,
      forMonth: cadence === 'monthly' ? it.givenFor : null,
      amountSyp: isMoney ? pick(AMOUNTS_SYP[cadence], index) : null,
      lines: isMoney ? [] : [kind === 'medical' ? medicine : goods],
    },
  });
}

const GIVEN_ON_DAY = 8;
/** Of so many months one is missed. */
const MISSED_EVERY = 9;

/** What the first of a month makes due by itself, and the week in which most of it is given. */
function monthEvents(told: StandingTold, cases: readonly Case[]): Event[] {
  const { clock, system } = told;
  const present = monthIn(dayInDamascus(clock.at(0)));
  const hoursTo = (day: string) => (Date.parse(`${day}T07:00:00Z`) - clock.at(0).getTime()) / 3_600_000;
  const events = monthsFromTo(shiftMonth(present, -MONTHS), present).flatMap((month, ordinal) => [
    {
      atHours: hoursTo(`${month}-01`),
      happen: async () => {
        await openMonthlyDues(system);
      },
    },
    {
      atHours: hoursTo(`${month}-${String(GIVEN_ON_DAY).padStart(2, '0')}`),
      happen: async () => {
        const given = cases.filter(
          (it) => it.isGiven && it.givenFor !== month && (it.index + ordinal) % MISSED_EVERY !== 0,
        );
        for (const it of given) await help(told, it);
      },
    },
  ]);
  const now = { atHours: 0, happen: async () => void (await openMonthlyDues(system)) };
  return [...events.filter(({ atHours }) => atHours < 0), now];
}
