import type { Visit, VisitRecord } from '@qafila/contract';
import type { Entry } from '../phone/store.ts';

type Untimed<Record> = Record extends unknown ? Omit<Record, 'at'> : never;
export type Recorded = Untimed<VisitRecord>;

/** What a visitor did, by the phone's own clock: it is put right when it is sent. */
type Done = { readonly visitId: string; readonly atMs: number };
export type RecordStep = Done & { readonly kind: 'record'; readonly record: Recorded };
export type PhotoStep = Done & {
  readonly kind: 'photo';
  readonly photoId: string;
  readonly questionId: string;
  readonly image: Blob;
};
export type Step = (Done & { readonly kind: 'start' | 'finish' }) | RecordStep | PhotoStep;
export type Waiting = Entry<Step>;

/** What a step is about: of two about the same only the newer has to be sent. */
export function subjectOf(step: Step): string {
  switch (step.kind) {
    case 'start':
    case 'finish':
      return `${step.visitId} ${step.kind}`;
    case 'photo':
      return `photo ${step.photoId}`;
    case 'record':
      return `${step.visitId} ${subjectOfRecord(step.record)}`;
  }
}

function subjectOfRecord(record: Recorded): string {
  if (record.kind === 'answer') return record.questionId;
  return record.kind === 'finding' ? record.findingId : record.photoId;
}

/** The steps that need no sending once this one is made; a picture that is taken away need not go first. */
export function superseded(waiting: readonly Waiting[], step: Step): Waiting[] {
  const subjects = new Set([subjectOf(step)]);
  if (step.kind === 'record' && step.record.kind === 'photo_removal')
    subjects.add(`photo ${step.record.photoId}`);
  return waiting.filter(({ value }) => subjects.has(subjectOf(value)));
}

/** A visit as its visitor sees it: what the server knows, and over it what still waits on the phone. */
export type FieldVisit = Visit & {
  /** Pictures that are on the phone alone. */
  readonly taken: readonly PhotoStep[];
  readonly waitingCount: number;
};

/** Several steps about one thing are applied in the order of their times, so the newest stands. */
export function standing(visit: Visit, waiting: readonly Waiting[], byName: string): FieldVisit {
  const steps = waiting.map(({ value }) => value).filter(({ visitId }) => visitId === visit.id);
  const inOrder = [...steps].sort((a, b) => a.atMs - b.atMs);
  const known: FieldVisit = { ...visit, taken: [], waitingCount: steps.length };
  return inOrder.reduce((stand, step) => applied(stand, step, byName), known);
}

function applied(visit: FieldVisit, step: Step, byName: string): FieldVisit {
  const at = new Date(step.atMs).toISOString();
  switch (step.kind) {
    case 'start':
      return visit.status === 'planned' ? { ...visit, status: 'in_progress', startedAt: at } : visit;
    case 'finish':
      return visit.status === 'in_progress' ? { ...visit, status: 'finished', finishedAt: at } : visit;
    case 'photo':
      return { ...visit, taken: [...visit.taken, step] };
    case 'record':
      return recorded(visit, step.record, { at, byName });
  }
}

function recorded(visit: FieldVisit, record: Recorded, told: { at: string; byName: string }): FieldVisit {
  if (record.kind === 'photo_removal') {
    const isLeft = ({ id }: { id: string }) => id !== record.photoId;
    return { ...visit, photos: visit.photos.filter(isLeft) };
  }
  if (record.kind === 'answer') {
    const { questionId, value, note = '' } = record;
    const others = visit.answers.filter((answer) => answer.questionId !== questionId);
    return { ...visit, answers: [...others, { questionId, value, note, ...told }] };
  }
  const others = visit.noted.filter(({ id }) => id !== record.findingId);
  const finding = record.finding && { id: record.findingId, ...record.finding, ...told };
  return { ...visit, noted: finding ? [...others, finding] : others };
}
