import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, NamedRef, PageQuery, pageOf, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { VisitPlace, VisitResult } from './visits.ts';

/** After so many months without a visit it is time for one, unless the asker says otherwise. */
export const VISIT_EVERY_MONTHS = 12;

const VisitMark = z.strictObject({ id: Uuid, at: Instant });

/** An association on the map of visits. */
export const VisitedAssociation = z.strictObject({
  association: NamedRef,
  governorateCode: GovernorateCode,
  place: VisitPlace,
  /** Its last finished visit. */
  last: VisitMark.extend({ result: VisitResult }).nullable(),
  next: VisitMark.nullable(),
});
export type VisitedAssociation = z.infer<typeof VisitedAssociation>;

export const readVisitMap = endpoint({
  method: 'get',
  path: '/api/v1/visits/map',
  summary: 'Every declared association with its last visit and its next',
  access: 'visit:manage',
  response: z.array(VisitedAssociation),
});

const Months = z.coerce.number().int().min(1).max(120).default(VISIT_EVERY_MONTHS);

export const listNotVisited = endpoint({
  method: 'get',
  path: '/api/v1/visits/not-visited',
  summary: 'Declared associations without a finished visit for so many months, those never visited first',
  access: 'visit:manage',
  query: PageQuery.extend({ months: Months }),
  response: pageOf(VisitedAssociation).extend({ total: z.int(), neverVisited: z.int() }),
});

const ByResult = z.strictObject({ clear: z.int(), minor: z.int(), major: z.int(), critical: z.int() });
const BySeverity = ByResult.omit({ clear: true });

export const VisitFigures = z.strictObject({
  /** Finished visits by month, `YYYY-MM` in Damascus, every month of the time, the oldest first. */
  months: z.array(z.strictObject({ month: z.string(), byResult: ByResult })),
  /** Findings not closed: on whom they wait, and how many of them are overdue. */
  open: BySeverity,
  answered: BySeverity,
  overdue: BySeverity,
});
export type VisitFigures = z.infer<typeof VisitFigures>;

export const readVisitFigures = endpoint({
  method: 'get',
  path: '/api/v1/visits/figures',
  summary: 'Visits by month and result, and findings that are not closed by severity',
  access: 'visit:manage',
  query: z.strictObject({ months: Months }),
  response: VisitFigures,
});
