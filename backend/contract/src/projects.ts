import { z } from 'zod';
import { DocumentIds, DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import { Month } from './months.ts';
import { Day, Instant, Name, NamedRef, Note, PageQuery, pageOf, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { BreakEven, ProjectTrend, ViabilityStanding } from './viability.ts';

/** One that is to carry an association’s services, or a micro project of a family or a few. */
export const ProjectKind = z.enum(['income_generating', 'micro']);
export type ProjectKind = z.infer<typeof ProjectKind>;

/** What a project earns with. */
export const ProjectSector = z.enum([
  'farming',
  'food',
  'textiles_and_crafts',
  'workshops',
  'trade',
  'services',
]);
export type ProjectSector = z.infer<typeof ProjectSector>;

/** Officials decide on a proposal; all that follows is the association’s. One declined can be proposed again, changed. */
export const projectLifecycle = defineLifecycle({
  proposed: { approve: 'approved', decline: 'declined' },
  approved: { start: 'running', stop: 'stopped' },
  running: { pause: 'paused', finish: 'finished', stop: 'stopped' },
  paused: { resume: 'running', finish: 'finished', stop: 'stopped' },
  declined: { propose: 'proposed' },
  finished: {},
  stopped: {},
});
export const ProjectStatus = z.enum(projectLifecycle.states);
export type ProjectStatus = z.infer<typeof ProjectStatus>;
export type ProjectCommand = (typeof projectLifecycle.commands)[number];

export const ProjectDecision = z.enum(['approve', 'decline']);
export type ProjectDecision = z.infer<typeof ProjectDecision>;
export const ProjectMove = z.enum(['start', 'pause', 'resume', 'finish', 'stop', 'propose']);
export type ProjectMove = z.infer<typeof ProjectMove>;

/** Steps that nobody takes without saying why. */
export const PROJECT_REASONS: readonly ProjectCommand[] = ['decline', 'pause', 'stop'];

/** Whole Syrian pounds. */
const AmountSyp = z.int().min(0).max(LIMITS.projectAmountMaxSyp);

export const FundingSource = z.enum(['own_funds', 'donations', 'grant', 'partner', 'loan']);
export type FundingSource = z.infer<typeof FundingSource>;

/** A part of the budget, by where it comes from. */
const Funding = z.strictObject({ source: FundingSource, amountSyp: AmountSyp.min(1) });

const projectFields = {
  kind: ProjectKind,
  sector: ProjectSector,
  nameAr: Name,
  nameEn: Name,
  governorateCode: GovernorateCode,
  description: Note,
  budgetSyp: AmountSyp.min(1),
  /** Each source once; together they are the budget. */
  funding: z
    .array(Funding)
    .min(1)
    .max(FundingSource.options.length)
    .refine((lines) => new Set(lines.map((it) => it.source)).size === lines.length, {
      params: { code: 'duplicate_lines' },
    }),
  plannedStart: Day,
  plannedMonthlyIncomeSyp: AmountSyp,
  plannedMonthlyCostSyp: AmountSyp,
  plannedJobs: z.int().min(0).max(LIMITS.projectPeopleMax),
  plannedFamilies: z.int().min(0).max(LIMITS.projectPeopleMax),
};

export const Project = z.strictObject({
  id: Uuid,
  code: z.string(),
  association: NamedRef,
  ...projectFields,
  status: ProjectStatus,
  startedOn: Day.nullable(),
  endedOn: Day.nullable(),
  version: z.int(),
});
export type Project = z.infer<typeof Project>;

export const ProjectViability = z.strictObject({
  ...BreakEven.shape,
  trend: ProjectTrend.nullable(),
  /** Over all months with figures, and over the last twelve whole months. */
  netSyp: z.int(),
  yearNetSyp: z.int(),
  /** What the year’s net pays for of the association’s spending in `spendingYear`; null where that is not known. */
  servicesShare: z.number().nullable(),
  spendingYear: z.int().nullable(),
});
export type ProjectViability = z.infer<typeof ProjectViability>;

/** A project as the portfolio lists it. */
export const ProjectSummary = z.strictObject({
  project: Project,
  viability: ProjectViability,
  /** Of the newest month with figures; null before the first. */
  newest: z.strictObject({ month: Month, jobs: z.int(), families: z.int() }).nullable(),
  /** Months that are over and of which no figures came, oldest first. */
  missingMonths: z.array(Month),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

const monthFields = {
  incomeSyp: AmountSyp,
  costSyp: AmountSyp,
  /** People with work in it, and families it served, in that month. */
  jobs: z.int().min(0).max(LIMITS.projectPeopleMax),
  families: z.int().min(0).max(LIMITS.projectPeopleMax),
};

export const ProjectMonth = z.strictObject({
  month: Month,
  ...monthFields,
  note: z.string(),
  recordedAt: Instant,
  recordedByName: z.string(),
});
export type ProjectMonth = z.infer<typeof ProjectMonth>;

/** What happened to a project: its lifecycle’s commands, and changes of what it says of itself. */
export const ProjectEvent = z.enum([...projectLifecycle.commands, 'create', 'change', 'report', 'correct']);
export type ProjectEvent = z.infer<typeof ProjectEvent>;

export const ProjectStep = z.strictObject({
  id: z.int(),
  at: Instant,
  actorName: z.string(),
  event: ProjectEvent,
  fromStatus: ProjectStatus.nullable(),
  toStatus: ProjectStatus,
  /** The day it took effect. */
  on: Day,
  note: z.string(),
  /** Of `report` and `correct`: the month, and its figures from then on. */
  figures: z.strictObject({ month: Month, ...monthFields }).nullable(),
  documents: z.array(DocumentRef),
});
export type ProjectStep = z.infer<typeof ProjectStep>;

export const ProjectFile = z.strictObject({
  summary: ProjectSummary,
  /** Oldest first. */
  months: z.array(ProjectMonth),
  /** Newest first. */
  steps: z.array(ProjectStep),
  /** The project’s: whatever is changed of it, its months included, is changed as last read. */
  version: z.int(),
});
export type ProjectFile = z.infer<typeof ProjectFile>;

const filters = {
  associationId: Uuid.optional(),
  kind: ProjectKind.optional(),
  sector: ProjectSector.optional(),
  governorateCode: GovernorateCode.optional(),
};

export const listProjects = endpoint({
  method: 'get',
  path: '/api/v1/projects',
  summary: 'Projects, newest first, each with its viability; an association sees its own',
  access: 'project:read',
  query: PageQuery.extend({
    ...filters,
    limit: PageQuery.shape.limit.unwrap().default(LIMITS.richPageSize),
    status: ProjectStatus.optional(),
    standing: ViabilityStanding.optional(),
    /** Only those of which a month’s figures are missing. */
    missing: z.literal('yes').optional(),
  }),
  response: pageOf(ProjectSummary),
});

/** All projects together; an association’s own. */
export const ProjectPortfolio = z.strictObject({
  /** Every state of the lifecycle, zero included. */
  statusCounts: z.record(z.string(), z.int()),
  /** Of those that run or are paused: every standing, zero included. */
  standingCounts: z.record(z.string(), z.int()),
  /** Budgets of all that were approved. */
  budgetSyp: z.int(),
  /** Over the last twelve whole months. */
  yearIncomeSyp: z.int(),
  yearCostSyp: z.int(),
  /** In the newest month with figures of each that runs. */
  jobs: z.int(),
  families: z.int(),
  /** Projects of which a month’s figures are missing. */
  missingCount: z.int(),
  /** The last eighteen whole months, oldest first: sums over the projects that reported. */
  months: z.array(z.strictObject({ month: Month, ...monthFields, projectCount: z.int() })),
  asOf: Instant,
});
export type ProjectPortfolio = z.infer<typeof ProjectPortfolio>;

export const readPortfolio = endpoint({
  method: 'get',
  path: '/api/v1/projects/portfolio',
  summary: 'Totals and trends over all projects; an association’s over its own',
  access: 'project:read',
  query: z.strictObject(filters),
  response: ProjectPortfolio,
});

const ProjectParams = z.strictObject({ projectId: Uuid });

export const readProject = endpoint({
  method: 'get',
  path: '/api/v1/projects/:projectId',
  summary: 'One project with its months, its steps and its viability',
  access: 'project:read',
  params: ProjectParams,
  response: ProjectFile,
});

type Funded = { budgetSyp: number; funding: readonly { amountSyp: number }[] };

export function isFunded({ budgetSyp, funding }: Funded): boolean {
  return funding.reduce((sum, it) => sum + it.amountSyp, 0) === budgetSyp;
}
const unfunded = { path: ['funding'], params: { code: 'funding_is_not_budget' } };

export const proposeProject = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/projects',
  summary: 'Propose a project of an association',
  access: 'project:manage',
  params: z.strictObject({ associationId: Uuid }),
  body: z.strictObject({ ...projectFields, documentIds: DocumentIds }).refine(isFunded, unfunded),
  success: 201,
  response: ProjectFile,
});

/** Only while nobody has decided on it, or after it was declined. */
export const updateProject = endpoint({
  method: 'put',
  path: '/api/v1/projects/:projectId',
  summary: 'Change a proposal',
  access: 'project:manage',
  params: ProjectParams,
  body: z.strictObject({ ...projectFields, documentIds: DocumentIds }).refine(isFunded, unfunded),
  versioned: true,
  response: ProjectFile,
});

const step = { note: Note.default(''), documentIds: DocumentIds };
const explained = { path: ['note'], params: { code: 'reason_required' } };

function isExplained({ command, note }: { command: ProjectCommand; note: string }): boolean {
  return note !== '' || !PROJECT_REASONS.includes(command);
}

export const decideProject = endpoint({
  method: 'post',
  path: '/api/v1/projects/:projectId/decision',
  summary: 'Approve or decline a proposal',
  access: 'project:decide',
  params: ProjectParams,
  body: z.strictObject({ command: ProjectDecision, ...step }).refine(isExplained, explained),
  versioned: true,
  response: ProjectFile,
});

export const moveProject = endpoint({
  method: 'post',
  path: '/api/v1/projects/:projectId/transitions',
  summary: 'Start, pause, resume, finish or stop a project, or propose it again',
  access: 'project:manage',
  params: ProjectParams,
  body: z
    .strictObject({
      command: ProjectMove,
      /** The day it took effect; left out: today. */
      on: Day.optional(),
      ...step,
    })
    .refine(isExplained, explained),
  response: ProjectFile,
});

/** A month is reported once it is over; what was reported is corrected. */
export const reportMonth = endpoint({
  method: 'post',
  path: '/api/v1/projects/:projectId/months',
  summary: 'Report a month’s income, cost, jobs and families',
  access: 'project:manage',
  params: ProjectParams,
  body: z.strictObject({ month: Month, ...monthFields, ...step }),
  success: 201,
  response: ProjectFile,
});

export const correctMonth = endpoint({
  method: 'put',
  path: '/api/v1/projects/:projectId/months/:month',
  summary: 'Correct a month’s figures',
  access: 'project:manage',
  params: ProjectParams.extend({ month: Month }),
  body: z.strictObject({ ...monthFields, ...step }),
  versioned: true,
  response: ProjectFile,
});
