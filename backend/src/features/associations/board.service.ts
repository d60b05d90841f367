import { randomUUID } from 'node:crypto';
import { type BoardMember, type BoardTerm, fieldError, LIMITS, officeHeldTwice } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { announceChange, requireAssociation, requireMaintainable } from './associations.service.ts';
import { boardOf, changeTerm, deleteBoard, insertTerms } from './board.repository.ts';

export async function listBoard(ctx: Context, associationId: string): Promise<BoardMember[]> {
  await requireAssociation(ctx, associationId);
  return await boardOf(ctx.db, associationId);
}

export async function addBoardMember(
  ctx: Context,
  associationId: string,
  term: BoardTerm,
): Promise<BoardMember> {
  await requireMaintainable(ctx, associationId);
  const board = await boardOf(ctx.db, associationId);
  if (board.length >= LIMITS.boardTerms) {
    throw new Refusal('conflict', undefined, { values: { maximum: LIMITS.boardTerms } });
  }
  refuseTakenOffice(board, term);
  const id = randomUUID();
  await insertTerms(ctx.db, associationId, [{ id, ...term }]);
  return await finish(ctx, associationId, { id, ...term, version: 1 });
}

export async function updateBoardMember(
  ctx: Context,
  { associationId, boardMemberId: id }: { associationId: string; boardMemberId: string },
  version: number,
  term: BoardTerm,
): Promise<BoardMember> {
  await requireMaintainable(ctx, associationId);
  const board = await boardOf(ctx.db, associationId);
  if (!board.some((member) => member.id === id)) throw new Refusal('not_found');
  refuseTakenOffice(
    board.filter((member) => member.id !== id),
    term,
  );
  if (!(await changeTerm(ctx.db, id, version, term))) throw new Refusal('version_stale');
  return await finish(ctx, associationId, { id, ...term, version: version + 1 });
}

function refuseTakenOffice(others: readonly BoardTerm[], term: BoardTerm): void {
  if (officeHeldTwice([...others, term]) !== undefined) {
    throw refuseFields(fieldError('position', 'position_taken'));
  }
}

async function finish(ctx: Context, associationId: string, member: BoardMember): Promise<BoardMember> {
  announceChange(ctx, associationId);
  await audit(ctx, {
    action: 'association.boardChanged',
    subjectType: 'association',
    subjectId: associationId,
    detail: { boardMemberId: member.id },
  });
  return member;
}

/** The board as an application names it, in the place of the one named before. */
export async function replaceBoard(
  db: Db,
  associationId: string,
  terms: readonly BoardTerm[],
): Promise<void> {
  await deleteBoard(db, associationId);
  await insertTerms(
    db,
    associationId,
    terms.map((term) => ({ id: randomUUID(), ...term })),
  );
}
