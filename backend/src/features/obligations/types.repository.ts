import type { ObligationSchedule, ObligationType, Recurrence } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

export type TypeFields = Omit<ObligationType, 'id' | 'key' | 'version'>;

type Row = Omit<ObligationType, 'schedule'> & {
  recurrence: Recurrence;
  dueMonth: number | null;
  dueDay: number | null;
  months: number | null;
  years: number | null;
};

/** In the order in which officials made them known: by name. */
export async function typeRows(db: Db, id: string | null = null): Promise<ObligationType[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `SELECT id, key, name_ar AS "nameAr", name_en AS "nameEn", recurrence, due_month AS "dueMonth",
            due_day AS "dueDay", months, years, grace_days AS "graceDays", documents_ar AS "documentsAr",
            documents_en AS "documentsEn", blocks_pledges AS "blocksPledges", is_active AS "isActive", version
     FROM obligation_types
     WHERE id = :id OR :id::uuid IS NULL
     ORDER BY is_active DESC, name_ar, id`,
    { id },
  );
  return rows.map(toType);
}

export async function insertType(
  db: Db,
  id: string,
  { key, ...fields }: TypeFields & { key: string },
): Promise<void> {
  await db('obligation_types').insert({ id, key, ...toColumns(fields) });
}

/** False when the rule is not, or no longer, at `version`. */
export async function changeType(
  db: Db,
  id: string,
  version: number,
  fields: Patch<TypeFields>,
): Promise<boolean> {
  const changed = await db('obligation_types')
    .where({ id, version })
    .update({ ...toColumns(fields), version: version + 1 });
  return changed === 1;
}

function toType({ recurrence, dueMonth, dueDay, months, years, ...type }: Row): ObligationType {
  return { ...type, schedule: toSchedule({ recurrence, dueMonth, dueDay, months, years }) };
}

/** The database sees to it that what a recurrence needs is there. */
function toSchedule(
  row: Pick<Row, 'recurrence' | 'dueMonth' | 'dueDay' | 'months' | 'years'>,
): ObligationSchedule {
  const { recurrence: kind, dueMonth, dueDay, months, years } = row;
  switch (kind) {
    case 'yearly':
      return { kind, month: dueMonth ?? 1, day: dueDay ?? 1 };
    case 'licence':
      return { kind, years: years ?? 1 };
    case 'board_term':
      return { kind };
    default:
      return { kind, months: months ?? 1 };
  }
}

const COLUMNS = {
  nameAr: 'name_ar',
  nameEn: 'name_en',
  graceDays: 'grace_days',
  documentsAr: 'documents_ar',
  documentsEn: 'documents_en',
  blocksPledges: 'blocks_pledges',
  isActive: 'is_active',
} as const;

function toColumns({ schedule, ...fields }: Patch<TypeFields>): Record<string, unknown> {
  const known = Object.entries(fields) as [keyof typeof COLUMNS, unknown][];
  return {
    ...Object.fromEntries(known.map(([field, value]) => [COLUMNS[field], value])),
    ...(schedule && ofSchedule(schedule)),
  };
}

function ofSchedule(schedule: ObligationSchedule): Record<string, unknown> {
  return {
    recurrence: schedule.kind,
    due_month: schedule.kind === 'yearly' ? schedule.month : null,
    due_day: schedule.kind === 'yearly' ? schedule.day : null,
    months: 'months' in schedule ? schedule.months : null,
    years: schedule.kind === 'licence' ? schedule.years : null,
  };
}
