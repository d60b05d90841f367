import type { Db } from '@qafila/db';
import type { Way } from './adapter.ts';

export async function selectAnswer(db: Db, hash: Buffer, notBefore: Date): Promise<Way | undefined> {
  return await db('route_answers')
    .where({ question_hash: hash })
    .andWhere('answered_at', '>', notBefore)
    .first({ line: 'line', distanceM: 'distance_m', durationS: 'duration_s' });
}

export async function keepAnswer(db: Db, hash: Buffer, way: Way, at: Date): Promise<void> {
  await db('route_answers')
    .insert({
      question_hash: hash,
      line: JSON.stringify(way.line),
      distance_m: way.distanceM,
      duration_s: way.durationS,
      answered_at: at,
    })
    .onConflict('question_hash')
    .merge();
}

export async function deleteAnswersBefore(db: Db, before: Date): Promise<void> {
  await db('route_answers').where('answered_at', '<', before).del();
}
