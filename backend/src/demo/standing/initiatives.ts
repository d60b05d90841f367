import {
  addDays,
  addParticipant,
  correctOutput,
  createCampaign,
  daysBetween,
  moveCampaign,
  recordOutput,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { accountOf } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { type DemoInitiative, type Giver, INITIATIVES } from './initiatives-table.ts';

const OFFICIAL = 'official@demo.qafila';
const COORDINATOR = 'coordinator@demo.qafila';
/** A day is entered when it is over, in the evening. */
const ENTERED_AT_H = 18;

/** Initiatives, each opened, entered day by day, and closed when it was over. */
export const initiativeChapter: Chapter = (told) => INITIATIVES.flatMap((it) => tell(told, it));

function tell(told: StandingTold, it: DemoInitiative): Event[] {
  const startsOn = dayAt(told, it.fromDay);
  const endsOn = addDays(startsOn, it.toDay - it.fromDay);
  const days = Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, at) => at);
  let campaignId = '';
  return [
    {
      atHours: it.fromDay * 24 - 30,
      happen: async () => {
        campaignId = await open(told, it, startsOn, endsOn);
      },
    },
    ...days
      .map((at) => ({ at, atHours: hoursUntil(told, `${addDays(startsOn, at)}T${ENTERED_AT_H}:00:00Z`) }))
      .filter(({ atHours }) => atHours < 0)
      .map(({ at, atHours }) => ({
        atHours,
        happen: () => enter(told, it, { campaignId, day: addDays(startsOn, at), at }),
      })),
    ...(it.toDay < 0
      ? [{ atHours: it.toDay * 24 + 60, happen: async () => close(await told.as(OFFICIAL), campaignId) }]
      : []),
  ];
}

async function open(
  told: StandingTold,
  it: DemoInitiative,
  startsOn: string,
  endsOn: string,
): Promise<string> {
  const official = await told.as(OFFICIAL);
  const { id } = await official(createCampaign, {
    body: {
      kind: 'initiative',
      nameAr: it.nameAr,
      nameEn: it.nameEn,
      purpose: it.purpose,
      startsOn,
      endsOn,
      governorateCodes: it.governorates,
    },
  });
  await official(moveCampaign, { params: { campaignId: id }, body: { command: 'activate' } });
  for (const key of new Set(it.givers.map((giver) => giver.association))) {
    await official(addParticipant, {
      params: { campaignId: id },
      body: { associationId: idOf(told.ids, key) },
    });
  }
  return id;
}

async function close(official: Awaited<ReturnType<StandingTold['as']>>, campaignId: string): Promise<void> {
  await official(moveCampaign, {
    params: { campaignId },
    body: { command: 'close', reason: 'انتهت المبادرة واكتملت قيودها' },
  });
}

type Entering = { campaignId: string; day: string; at: number };

async function enter(
  told: StandingTold,
  it: DemoInitiative,
  { campaignId, day, at }: Entering,
): Promise<void> {
  for (const [index, giver] of it.givers.entries()) {
    if ((at + index) % giver.everyDays !== 0) continue;
    const account = accountOf(giver.association);
    const giving = await told.as(account ?? COORDINATOR);
    const output = await giving(recordOutput, {
      params: { campaignId },
      body: {
        ...(!account && { associationId: idOf(told.ids, giver.association) }),
        day,
        governorateCode: giver.governorate,
        kind: giver.kind,
        ...countsOn(giver, at, index),
      },
    });
    if (at === 3 && index === 0) {
      const { quantity, people, households } = output;
      await giving(correctOutput, {
        params: { outputId: output.id },
        ifMatch: output.version,
        body: { quantity: quantity + 12, people: people + 12, households, note: '', reason: 'وصل كشف آخر' },
      });
    }
  }
}

/** Days differ: somewhat more towards the end of the week, and never twice the same. */
function countsOn({ quantity, people, households }: Giver, at: number, index: number) {
  const factor = 1 + 0.14 * Math.sin(at * 1.7 + index) + 0.1 * Math.sin(at * 0.9);
  return {
    quantity: Math.round(quantity * factor),
    people: Math.round(people * factor),
    households: households === null ? null : Math.round(households * factor),
  };
}

function dayAt({ clock }: StandingTold, day: number): string {
  return dayInDamascus(clock.at(day * 24));
}

function hoursUntil({ clock }: StandingTold, instant: string): number {
  return (Date.parse(instant) - clock.at(0).getTime()) / 3_600_000;
}
