import { AssociationKind, AssociationStatus, type RegistryFigures, SECTORS } from '@qafila/contract';
import { yearInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { countDeclarations, type FigureRow } from './figures.repository.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export async function readFigures({ db, now }: Context, year: number | undefined): Promise<RegistryFigures> {
  const rows = await countDeclarations(db, year ?? null);
  const on = (axis: FigureRow['axis'], key: string | number): number =>
    rows.find((row) => row.axis === axis && row.key === String(key))?.count ?? 0;
  const thisYear = yearInDamascus(now());
  const of = (axis: FigureRow['axis']) => rows.filter((row) => row.axis === axis);
  return {
    year: year ?? null,
    declared: of('kind').reduce((sum, row) => sum + row.count, 0),
    declaredThisYear: on('year', thisYear),
    years: yearsTo(
      thisYear,
      of('year').map((row) => Number(row.key)),
    ).map((it) => ({ year: it, count: on('year', it) })),
    months: MONTHS.map((month) => ({ month, count: on('month', month) })),
    kinds: AssociationKind.options.map((kind) => ({ kind, count: on('kind', kind) })),
    sectors: SECTORS.map((sector) => ({ sector, count: on('sector', sector) })),
    governorates: of('governorate')
      .map(({ key, count }) => ({ governorateCode: key, count }))
      .sort((a, b) => b.count - a.count || a.governorateCode.localeCompare(b.governorateCode)),
    statuses: AssociationStatus.options.map((status) => ({ status, count: on('status', status) })),
  };
}

/** Without gaps, also where a year had none. */
function yearsTo(last: number, known: readonly number[]): number[] {
  const first = Math.min(last, ...known);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
