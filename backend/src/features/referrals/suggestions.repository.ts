import { LIMITS, type NamedRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';
import { type LoadRow, type LoadTimes, loadSql } from './load.repository.ts';
import type { ReferralRow } from './referrals.repository.ts';

type Wanted = Pick<ReferralRow, 'id' | 'kind' | 'cadence' | 'governorateCode'>;

/** Declared, and giving this kind of aid in that governorate. */
const SERVES = `
  a.status = 'declared'
  AND EXISTS (SELECT 1 FROM association_aid x
              WHERE x.association_id = a.id AND x.kind = :kind AND x.cadence = :cadence)
  AND EXISTS (SELECT 1 FROM association_governorates g
              WHERE g.association_id = a.id AND g.governorate_code = :governorateCode)`;

export async function isSuggested(db: Db, wanted: Wanted, associationId: string): Promise<boolean> {
  const { kind, cadence, governorateCode } = wanted;
  const { rows } = await db.raw(
    `SELECT 1 FROM associations a WHERE a.id = :associationId AND ${SERVES} FOR SHARE`,
    { kind, cadence, governorateCode, associationId },
  );
  return rows.length === 1;
}

export type SuggestionRow = LoadRow & { association: NamedRef; hasDeclined: boolean };

export async function suggestedFor(db: Db, wanted: Wanted, times: LoadTimes): Promise<SuggestionRow[]> {
  const { id, kind, cadence, governorateCode } = wanted;
  const { rows } = await db.raw<{ rows: SuggestionRow[] }>(
    `SELECT ${namedRefSql('a')} AS association, load.*,
            EXISTS (SELECT 1 FROM referral_steps s
                    WHERE s.association_id = a.id AND s.kind = 'decline' AND s.referral_id = :id) AS "hasDeclined"
     FROM associations a, LATERAL (${loadSql('a.id')}) load
     WHERE ${SERVES}
     ORDER BY "hasDeclined", load.open, load."dueThisMonth", a.name_ar, a.id
     LIMIT :limit`,
    { id, kind, cadence, governorateCode, limit: LIMITS.suggestedAssociations, ...times },
  );
  return rows;
}
