import {
  type FinanceFigures,
  type FinanceSide,
  type FinanceState,
  type FinanceYear,
  INCOME_SOURCES,
  SPENDING_HEADS,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';

type Lines = Record<z.infer<typeof FinanceSide>, Record<string, number>>;
type Row = Omit<FinanceYear, 'figures' | 'submittedAt'> &
  Omit<FinanceFigures, 'income' | 'spending'> & { submittedAt: Date | null; lines: Lines };

const ENTRY = `
  SELECT y.id, y.year, y.state, y.opening_syp AS "openingSyp", y.income_syp AS "incomeSyp",
         y.spending_syp AS "spendingSyp", y.closing_syp AS "closingSyp", y.opening_reason AS "openingReason", y.note,
         y.submitted_at AS "submittedAt", y.version,
         (SELECT p.closing_syp FROM finance_years p
          WHERE p.association_id = y.association_id AND p.year = y.year - 1 AND p.state = 'accepted')
           AS "previousClosingSyp",
         jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en,
                            'governorateCode', a.governorate_code) AS association,
         (SELECT coalesce(jsonb_object_agg(side, amounts), '{}')
          FROM (SELECT side, jsonb_object_agg(head, amount_syp) AS amounts FROM finance_lines
                WHERE finance_id = y.id GROUP BY side) sides) AS lines
  FROM finance_years y JOIN associations a ON a.id = y.association_id`;

export async function yearsOf(db: Db, associationId: string): Promise<FinanceYear[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE y.association_id = :associationId ORDER BY y.year DESC`,
    { associationId },
  );
  return rows.map(toYear);
}

export async function yearById(db: Db, id: string, only: string | null): Promise<FinanceYear | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE y.id = :id AND (y.association_id = :only OR :only::uuid IS NULL)`,
    { id, only },
  );
  return rows[0] && toYear(rows[0]);
}

export type ListSelection = {
  only: string | null;
  state?: FinanceState | undefined;
  year?: number | undefined;
  governorateCode?: string | undefined;
  /** Where the page before ended. */
  after: { submittedAt: string; id: string } | undefined;
  limit: number;
};

/** A draft has not been handed in: it comes after everything that was. */
const SUBMITTED_AT = `coalesce(y.submitted_at, '2100-12-31T23:59:59.999Z')`;

/** Those handed in longest ago first. */
export async function selectYears(db: Db, asked: ListSelection): Promise<FinanceYear[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY}
     WHERE (y.association_id = :only OR CAST(:only AS uuid) IS NULL)
       AND (y.state = :state OR CAST(:state AS text) IS NULL)
       AND (y.year = :year OR CAST(:year AS int) IS NULL)
       AND (a.governorate_code = :governorateCode OR CAST(:governorateCode AS text) IS NULL)
       AND (CAST(:afterAt AS timestamptz) IS NULL OR (${SUBMITTED_AT}, y.id) > (:afterAt, CAST(:afterId AS uuid)))
     ORDER BY ${SUBMITTED_AT}, y.id LIMIT :limit`,
    {
      only: asked.only,
      state: asked.state ?? null,
      year: asked.year ?? null,
      governorateCode: asked.governorateCode ?? null,
      afterAt: asked.after?.submittedAt ?? null,
      afterId: asked.after?.id ?? null,
      limit: asked.limit,
    },
  );
  return rows.map(toYear);
}

function toYear({ submittedAt, lines, ...row }: Row): FinanceYear {
  const { openingSyp, closingSyp, openingReason, note, ...year } = row;
  return {
    ...year,
    submittedAt: submittedAt?.toISOString() ?? null,
    figures: {
      ...{ openingSyp, closingSyp, openingReason, note },
      income: amountsOf(INCOME_SOURCES, lines.income),
      spending: amountsOf(SPENDING_HEADS, lines.spending),
    },
  };
}

/** Every head is told; what no money went through is zero. */
function amountsOf<Head extends string>(
  heads: readonly Head[],
  known: Record<string, number> | undefined,
): Record<Head, number> {
  return Object.fromEntries(heads.map((head) => [head, known?.[head] ?? 0])) as Record<Head, number>;
}
