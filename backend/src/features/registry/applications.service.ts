import {
  type Application,
  type ApplicationStage,
  type ApplicationSummary,
  fieldError,
  missingForReview,
  Uuid,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { boardOf, findAssociation } from '../associations/index.ts';
import {
  type ApplicationRow,
  applicationDocuments,
  findApplication,
  selectApplications,
} from './applications.repository.ts';
import { stepsOf } from './steps.repository.ts';

/** What waits for somebody: the directorate or the applicant. */
const OPEN: readonly ApplicationStage[] = ['submitted', 'returned', 'under_review'];

type Page = { items: ApplicationSummary[]; nextCursor: string | null };

/** The cursor is the id of the last of the page before. */
export async function listApplications(
  { db }: Context,
  asked: { stage?: ApplicationStage | undefined; cursor?: string | undefined; limit: number },
): Promise<Page> {
  const { cursor, limit } = asked;
  if (cursor !== undefined && !Uuid.safeParse(cursor).success) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  const stages = asked.stage === undefined ? OPEN : [asked.stage];
  const rows = await selectApplications(db, { stages, after: cursor ?? null, limit: limit + 1 });
  const items = rows.slice(0, limit).map(timed);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.associationId ?? null) : null };
}

/** All there is to an application, as the officials see it. @throws {Refusal} `not_found` */
export async function applicationOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  associationId: string,
): Promise<Application> {
  const today = dayInDamascus(now());
  const row = await findApplication(db, associationId);
  const association = await findAssociation(db, associationId, today);
  if (!row || !association) throw new Refusal('not_found');
  const { kind, nameAr, nameEn, governorateCode, contactName, contactPhone, contactEmail } = association;
  const { address, seat, purpose, sectors, governorateCodes, aid } = association;
  const board = (await boardOf(db, associationId)).map(({ id: _id, version: _version, ...term }) => term);
  const documents = await applicationDocuments(db, associationId);
  const given = { address, seat, purpose, sectors, governorateCodes, board, documents };
  return {
    ...timed(row),
    status: association.status,
    ...{ kind, nameAr, nameEn, governorateCode, contactName, contactPhone, contactEmail, aid },
    ...given,
    missing: missingForReview(given, today),
    steps: await stepsOf(db, associationId),
    declarationNumber: association.declarationNumber,
    declaredOn: association.declaredOn,
    version: association.version,
  };
}

function timed<Row extends ApplicationRow>(row: Row) {
  return {
    ...row,
    appliedAt: row.appliedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}
