import type { Finding, Visit, VisitSection, VisitSummary } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { dayInDamascus } from '../../platform/calendar.ts';
import { selectFindings, toFinding } from './findings.repository.ts';
import { recordsOf } from './records.repository.ts';
import { type KeptRecord, standOf } from './records.ts';
import {
  type PhotoRow,
  type StepRow,
  type SummaryRow,
  selectPhotos,
  selectVisitSteps,
  selectWholeVisits,
} from './visits-read.repository.ts';

type WholeRow = Awaited<ReturnType<typeof selectWholeVisits>>[number];
type Parts = { records: KeptRecord[]; photos: PhotoRow[]; findings: Finding[]; steps: StepRow[] };

export function toSummary({ plannedFor, startedAt, finishedAt, ...row }: SummaryRow): VisitSummary {
  return {
    ...row,
    plannedFor: plannedFor.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** Whole visits, the next one first; `only`: the one association that asks, null for the directorate. */
export async function wholeVisits(
  db: Db,
  ids: readonly string[],
  only: string | null,
  now: Date,
): Promise<Visit[]> {
  const rows = await selectWholeVisits(db, ids, only);
  const open = rows.filter((row) => only === null || row.status === 'finished').map(({ id }) => id);
  const records = await recordsOf(db, open);
  const photos = await selectPhotos(db, open);
  const findings = await selectFindings(db, { visitIds: open, today: dayInDamascus(now) });
  const steps = await selectVisitSteps(db, ids);
  return rows.map((row) =>
    toVisit(row, {
      records: records.get(row.id) ?? [],
      photos: photos.filter((it) => it.visitId === row.id),
      findings: findings.map(toFinding).filter((it) => it.visit.id === row.id),
      steps: steps.filter((it) => it.visitId === row.id),
    }),
  );
}

function toVisit(row: WholeRow, { records, photos, findings, steps }: Parts): Visit {
  const { associationId: _, template, sections, contactName, contactPhone, ...summary } = row;
  const stand = standOf(records);
  return {
    ...toSummary(summary),
    ...{ template, contactName, contactPhone, findings },
    sections: sections as VisitSection[],
    answers: stand.answers.map(withTime),
    photos: photos
      .filter(({ id }) => !stand.removedPhotoIds.has(id))
      .map(({ visitId: _visit, ...photo }) => withTime(photo)),
    noted: row.status === 'finished' ? [] : stand.noted.map(withTime),
    steps: steps.map(({ visitId: _visit, ...step }) => withTime(step)),
  };
}

function withTime<It extends { at: Date }>(it: It): Omit<It, 'at'> & { at: string } {
  return { ...it, at: it.at.toISOString() };
}
