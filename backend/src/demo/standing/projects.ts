import {
  decideProject,
  monthIn,
  moveProject,
  type ProjectFile,
  proposeProject,
  readProject,
  reportMonth,
  shiftMonth,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { PEOPLE } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { type DemoProject, PROJECTS } from './projects-table.ts';

const OFFICIAL = 'official@demo.qafila';
/** Figures of a month come on its successor’s sixth, at nine. */
const REPORTED_ON = '-06T09:00:00Z';
const MILLION = 1_000_000;

/** Projects in every state, with the figures of their months. */
export const projectChapter: Chapter = (told) => PROJECTS.flatMap((it, index) => tell(told, it, index));

function tell(told: StandingTold, it: DemoProject, index: number): Event[] {
  let id = '';
  const present = monthIn(told.clock.at(0).toISOString());
  const first = it.startedMonthsAgo === undefined ? undefined : shiftMonth(present, -it.startedMonthsAgo);
  const begins = first === undefined ? -(120 + index * 90) : hoursUntil(told, `${first}-02T08:00:00Z`);
  const step = (atHours: number, happen: () => Promise<unknown>): Event => ({
    atHours,
    happen: async () => {
      await happen();
    },
  });
  const events = [
    step(begins - 20 * 24, async () => {
      id = (await propose(told, it)).summary.project.id;
    }),
  ];
  if (it.reached === 'proposed') return events;
  const command = it.reached === 'declined' ? 'decline' : 'approve';
  events.push(
    step(begins - 8 * 24, async () => {
      const official = await told.as(OFFICIAL);
      const note = command === 'decline' ? (it.reason ?? '') : '';
      const params = { projectId: id };
      const { version } = await official(readProject, { params });
      await official(decideProject, { params, ifMatch: version, body: { command, note } });
    }),
  );
  if (first === undefined) return events;
  const move = (moved: 'start' | 'pause' | 'finish' | 'stop') => async () => {
    const owner = await ownerOf(told, it);
    const note = moved === 'start' ? '' : (it.reason ?? '');
    await owner(moveProject, { params: { projectId: id }, body: { command: moved, note } });
  };
  events.push(step(begins, move('start')));
  for (const [at, month] of reportedMonths(it, first).entries()) {
    events.push(
      step(hoursUntil(told, shiftMonth(month, 1) + REPORTED_ON), async () => {
        const owner = await ownerOf(told, it);
        await owner(reportMonth, { params: { projectId: id }, body: { month, ...figuresOf(it, at) } });
      }),
    );
  }
  const last = LAST[it.reached];
  if (last) events.push(step(hoursUntil(told, `${lastMonth(it, present)}-25T08:00:00Z`), move(last)));
  return events.filter(({ atHours }) => atHours < 0);
}

const LAST: Partial<Record<DemoProject['reached'], 'pause' | 'finish' | 'stop'>> = {
  paused: 'pause',
  finished: 'finish',
  stopped: 'stop',
};

function lastMonth({ endedMonthsAgo = 1 }: DemoProject, present: string): string {
  return shiftMonth(present, -endedMonthsAgo);
}

function reportedMonths(it: DemoProject, first: string): string[] {
  const { startedMonthsAgo = 0, endedMonthsAgo = 1, unreported = 0 } = it;
  const count = startedMonthsAgo - endedMonthsAgo + 1 - unreported;
  return Array.from({ length: count }, (_, at) => shiftMonth(first, at));
}

function figuresOf(it: DemoProject, at: number) {
  const [income, moreIncome] = it.income ?? [0, 0];
  const [cost, moreCost] = it.cost ?? [0, 0];
  const sway = 1 + 0.03 * Math.sin(at * 2.1);
  return {
    incomeSyp: whole((income + moreIncome * at) * sway),
    costSyp: whole(cost + moreCost * at),
    jobs: Math.max(1, Math.round(it.planned.jobs * Math.min(1, 0.6 + at * 0.08))),
    families: Math.max(1, Math.round(it.planned.families * Math.min(1.1, 0.6 + at * 0.06))),
  };
}

/** To the thousand, as books of this size are kept. */
function whole(millions: number): number {
  return Math.round(millions * 1000) * 1000;
}

async function propose(told: StandingTold, it: DemoProject): Promise<ProjectFile> {
  const owner = await ownerOf(told, it);
  const funding = Object.entries(it.funding).map(([source, amount]) => ({
    source: source as keyof DemoProject['funding'],
    amountSyp: amount * MILLION,
  }));
  return await owner(proposeProject, {
    params: { associationId: idOf(told.ids, it.association) },
    body: {
      kind: it.kind,
      sector: it.sector,
      nameAr: it.nameAr,
      nameEn: it.nameEn,
      governorateCode: it.governorate,
      description: it.description,
      budgetSyp: funding.reduce((sum, { amountSyp }) => sum + amountSyp, 0),
      funding,
      plannedStart: dayInDamascus(told.clock.now()),
      plannedMonthlyIncomeSyp: whole(it.planned.income),
      plannedMonthlyCostSyp: whole(it.planned.cost),
      plannedJobs: it.planned.jobs,
      plannedFamilies: it.planned.families,
    },
  });
}

/** The association’s own member where the story has one, else the official who enters its papers. */
async function ownerOf(told: StandingTold, { association }: DemoProject) {
  return await told.as(PEOPLE.find((person) => person.of === association)?.email ?? OFFICIAL);
}

function hoursUntil({ clock }: StandingTold, instant: string): number {
  return (Date.parse(instant) - clock.at(0).getTime()) / 3_600_000;
}
