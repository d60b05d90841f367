import type { AnswerValue, FindingSeverity, VisitRecord, VisitRecordKind } from '@qafila/contract';

/** A record as it was kept. */
export type KeptRecord = {
  id: string;
  at: Date;
  byName: string;
} & Content;

type Of<Kind extends VisitRecordKind> = Omit<Extract<VisitRecord, { kind: Kind }>, 'id' | 'at'>;
export type Content = { [Kind in VisitRecordKind]: Of<Kind> }[VisitRecordKind];

type Told = { at: Date; byName: string };
export type VisitSoFar = {
  answers: (Told & { questionId: string; value: AnswerValue | null; note: string })[];
  noted: (Told & { id: string; severity: FindingSeverity; text: string; dueOn: string })[];
  removedPhotoIds: ReadonlySet<string>;
};

/**
 * Where a visit stands by all that was recorded: of the records about one thing the newest by its own time counts, and
 * of two at the same time the one with the greater id. So neither order nor repetition changes what comes out.
 */
export function standOf(records: Iterable<KeptRecord>): VisitSoFar {
  const newest = new Map<string, KeptRecord>();
  for (const record of records) {
    const subject = subjectOf(record);
    const before = newest.get(subject);
    if (!before || isNewer(record, before)) newest.set(subject, record);
  }
  const standing = [...newest.values()].sort((a, b) => (isNewer(a, b) ? 1 : -1));
  return {
    answers: standing.flatMap((it) => (it.kind === 'answer' && isSaid(it) ? [answerOf(it)] : [])),
    noted: standing.flatMap((it) => (it.kind === 'finding' && it.finding ? [notedOf(it, it.finding)] : [])),
    removedPhotoIds: new Set(standing.flatMap((it) => (it.kind === 'photo_removal' ? [it.photoId] : []))),
  };
}

function subjectOf(record: KeptRecord): string {
  switch (record.kind) {
    case 'answer':
      return `answer ${record.questionId}`;
    case 'finding':
      return `finding ${record.findingId}`;
    case 'photo_removal':
      return `photo ${record.photoId}`;
  }
}

function isNewer(a: KeptRecord, b: KeptRecord): boolean {
  return a.at.getTime() === b.at.getTime() ? a.id > b.id : a.at > b.at;
}

function isSaid({ value, note }: Of<'answer'>): boolean {
  return value !== null || note !== '';
}

function answerOf({ questionId, value, note, at, byName }: KeptRecord & Of<'answer'>) {
  return { questionId, value, note, at, byName };
}

function notedOf(
  { findingId, at, byName }: KeptRecord & Of<'finding'>,
  finding: NonNullable<Of<'finding'>['finding']>,
) {
  return { id: findingId, ...finding, at, byName };
}
