import { type BoardMember, BoardPosition, type BoardTerm } from '@qafila/contract';
import type { Db } from '@qafila/db';

const MEMBER = {
  id: 'id',
  name: 'name',
  position: 'position',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  version: 'version',
};

/** The latest terms first, the chair before the others, those of one office as they were entered. */
export async function boardOf(db: Db, associationId: string): Promise<BoardMember[]> {
  return await db('association_board')
    .where({ association_id: associationId })
    .orderByRaw('ends_on DESC, starts_on DESC, array_position(CAST(? AS text[]), position), number', [
      BoardPosition.options,
    ])
    .select(MEMBER);
}

export async function insertTerms(
  db: Db,
  associationId: string,
  terms: readonly (BoardTerm & { id: string })[],
): Promise<void> {
  if (terms.length === 0) return;
  await db('association_board').insert(
    terms.map((term) => ({ id: term.id, association_id: associationId, ...toColumns(term) })),
  );
}

/** False when it is not, or no longer, at `version`. */
export async function changeTerm(db: Db, id: string, version: number, term: BoardTerm): Promise<boolean> {
  const changed = await db('association_board')
    .where({ id, version })
    .update({ ...toColumns(term), version: version + 1 });
  return changed === 1;
}

export async function deleteBoard(db: Db, associationId: string): Promise<void> {
  await db('association_board').where({ association_id: associationId }).del();
}

function toColumns({ name, position, startsOn, endsOn }: BoardTerm) {
  return { name, position, starts_on: startsOn, ends_on: endsOn };
}
