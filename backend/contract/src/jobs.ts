import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, Uuid } from './primitives.ts';

/**
 * What the server does by itself and in time, and how often it looks whether anything is due: minutes, a divisor of
 * sixty. A look that was missed is made up for by the next one, because every job asks what is due and not yet done.
 */
export const JOB_EVERY_MIN = {
  notice_escalation: 1,
  mail: 1,
  obligations_due: 60,
  obligation_reminders: 60,
  finding_reminders: 60,
  monthly_aid: 60,
  referral_retention: 60,
  upkeep: 60,
} as const satisfies Record<string, number>;
export type JobName = keyof typeof JOB_EVERY_MIN;
export const JobName = z.enum(Object.keys(JOB_EVERY_MIN) as [JobName, ...JobName[]]);

/** `cut_short`: its process ended in the middle; what was left is done by the next run. */
export const JobOutcome = z.enum(['running', 'succeeded', 'failed', 'cut_short']);
export type JobOutcome = z.infer<typeof JobOutcome>;

export const JobRun = z.strictObject({
  id: Uuid,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  outcome: JobOutcome,
  /** How many things were due and are now done. */
  doneCount: z.int().nullable(),
  /** A code of the database or the name of an error; the server's log has the rest. */
  failure: z.string().nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

export const Job = z.strictObject({
  name: JobName,
  everyMin: z.int(),
  lastRun: JobRun.nullable(),
  lastSucceededAt: Instant.nullable(),
  /** Within the last seven days. */
  runCount: z.int(),
  failureCount: z.int(),
  doneCount: z.int(),
  /** Its last run began longer ago than two of its intervals. */
  isLate: z.boolean(),
});
export type Job = z.infer<typeof Job>;

export const listJobs = endpoint({
  method: 'get',
  path: '/api/v1/jobs',
  summary: 'What the server does by itself, and how it went',
  access: 'job:read',
  response: z.array(Job),
});

const JobParams = z.strictObject({ jobName: JobName });

export const listJobRuns = endpoint({
  method: 'get',
  path: '/api/v1/jobs/:jobName/runs',
  summary: 'The last hundred runs of a job that did something or failed, newest first',
  access: 'job:read',
  params: JobParams,
  response: z.array(JobRun),
});

export const runJob = endpoint({
  method: 'post',
  path: '/api/v1/jobs/:jobName/runs',
  summary: 'Run a job now; one that runs already is not run twice',
  access: 'job:run',
  params: JobParams,
  idempotent: false,
  success: 201,
  response: JobRun,
});
