import type { RecordOutcome, SessionUser, Visit, VisitPhoto, VisitRecord } from '@qafila/contract';
import { ask } from '../phone/request.ts';

/** A picture over the slowest network that is still one. */
const PHOTO_PATIENCE_MS = 120_000;

type Photo = { visitId: string; photoId: string; questionId: string; at: string; image: Blob };

const post = <Body>(visitId: string, what: string, body: unknown) =>
  ask<Body>({ method: 'POST', path: `/visits/${visitId}/${what}`, body });

export const api = {
  whoAmI: () => ask<SessionUser>({ method: 'GET', path: '/session' }),
  signOut: () => ask<void>({ method: 'DELETE', path: '/session' }),
  assigned: () => ask<Visit[]>({ method: 'GET', path: '/visits/assigned' }),
  start: (visitId: string, at: string) => post<Visit>(visitId, 'start', { at }),
  finish: (visitId: string, at: string) => post<Visit>(visitId, 'finish', { at }),
  saveRecords: (visitId: string, records: readonly VisitRecord[]) =>
    post<{ outcomes: RecordOutcome[]; visit: Visit }>(visitId, 'records', { records }),
  addPhoto: ({ visitId, photoId, questionId, at, image }: Photo) =>
    ask<VisitPhoto>({
      ...{ method: 'PUT', image, patienceMs: PHOTO_PATIENCE_MS },
      path: `/visits/${visitId}/photos/${photoId}?${new URLSearchParams({ questionId, at })}`,
    }),
};
export type Api = typeof api;
