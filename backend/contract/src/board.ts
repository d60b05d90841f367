import { z } from 'zod';
import { addDays } from './days.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Day, Name, Uuid } from './primitives.ts';

export const BoardPosition = z.enum(['chair', 'deputy', 'secretary', 'treasurer', 'member']);
export type BoardPosition = z.infer<typeof BoardPosition>;

const termFields = { name: Name, position: BoardPosition, startsOn: Day, endsOn: Day };

/** A person’s term in a position of the board, from the first day to the last. */
export const BoardTerm = z
  .strictObject(termFields)
  .refine((it) => it.startsOn < it.endsOn, { path: ['endsOn'], params: { code: 'end_before_start' } });
export type BoardTerm = z.infer<typeof BoardTerm>;

/** Terms that are over stay: they are the board’s history. */
export const BoardMember = z.strictObject({ id: Uuid, ...termFields, version: z.int() });
export type BoardMember = z.infer<typeof BoardMember>;

export type TermState = 'ahead' | 'current' | 'ending' | 'ended';

/** Where a term stands on a day; `ending` is still current, and soon over. */
export function termState(
  { startsOn, endsOn }: Pick<BoardTerm, 'startsOn' | 'endsOn'>,
  today: string,
): TermState {
  if (endsOn < today) return 'ended';
  if (startsOn > today) return 'ahead';
  return endsOn <= addDays(today, LIMITS.boardTermEndingDays) ? 'ending' : 'current';
}

/** Where two people hold one office at a time, the place of the second; everybody may be a plain member. */
export function officeHeldTwice(board: readonly Omit<BoardTerm, 'name'>[]): number | undefined {
  const index = board.findIndex((term, at) =>
    board.slice(0, at).some((other) => other.position === term.position && overlap(other, term)),
  );
  return index < 0 ? undefined : index;
}

function overlap(a: Omit<BoardTerm, 'name'>, b: Omit<BoardTerm, 'name'>): boolean {
  return a.position !== 'member' && a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

const AssociationParams = z.strictObject({ associationId: Uuid });

export const listBoard = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/board',
  summary: 'An association’s board, present and past, the latest terms first',
  access: 'registry:read',
  params: AssociationParams,
  response: z.array(BoardMember),
});

export const addBoardMember = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/board',
  summary: 'Enter a term of a board member',
  access: 'association:maintain',
  params: AssociationParams,
  body: BoardTerm,
  success: 201,
  response: BoardMember,
});

export const updateBoardMember = endpoint({
  method: 'put',
  path: '/api/v1/associations/:associationId/board/:boardMemberId',
  summary: 'Correct a term, or end it earlier',
  access: 'association:maintain',
  params: z.strictObject({ associationId: Uuid, boardMemberId: Uuid }),
  body: BoardTerm,
  versioned: true,
  response: BoardMember,
});
