import type { Coverage, ItemRef, Need, SiteRef } from '@qafila/contract';
import { groupsOf } from '../../shared/lists/index.ts';
import { addCoverage } from './coverage.ts';

export type MatrixRow = {
  site: SiteRef;
  /** The first row of its governorate. */
  startsGroup: boolean;
  /** One a column, in the order of the columns; undefined where nothing is needed. */
  needs: (Need | undefined)[];
};

export type Matrix = {
  items: ItemRef[];
  rows: MatrixRow[];
  /** One a column: the same item over all destinations. */
  totals: Coverage[];
};

/** Destinations by items. Governorates stay together; what weighs most in the campaign's need comes first. */
export function buildMatrix(needs: readonly Need[]): Matrix {
  const items = groupsOf(needs, (need) => need.item.id)
    .sort(byWeight)
    .map(([{ item }]) => item);
  const places = groupsOf(needs, (need) => need.site.governorateCode)
    .sort(byWeight)
    .flatMap((ofGovernorate) => groupsOf(ofGovernorate, (need) => need.site.id).sort(byWeight));
  const rows = places.map((ofSite, index): MatrixRow => {
    const { site } = ofSite[0];
    const byItem = new Map(ofSite.map((need) => [need.item.id, need]));
    return {
      site,
      startsGroup: places[index - 1]?.[0].site.governorateCode !== site.governorateCode,
      needs: items.map((item) => byItem.get(item.id)),
    };
  });
  const totals = items.map((item) =>
    addCoverage(needs.filter((need) => need.item.id === item.id).map((need) => need.coverage)),
  );
  return { items, rows, totals };
}

export type NeedsOfSite = { site: SiteRef; needs: Need[] };

/** Needs of each destination together, in the matrix's order: the same thing for a narrow screen. */
export function needsBySite(matrix: Matrix): NeedsOfSite[] {
  return matrix.rows.map((row) => ({
    site: row.site,
    needs: row.needs.filter((need) => need !== undefined),
  }));
}

export type Step = { rows: number; columns: number };

/** Arrow keys as steps in the table; columns run with the writing. */
export function stepOf(key: string, direction: 'rtl' | 'ltr'): Step | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowDown') return { rows: 1, columns: 0 };
  if (key === 'ArrowUp') return { rows: -1, columns: 0 };
  if (key === forward) return { rows: 0, columns: 1 };
  if (key === back) return { rows: 0, columns: -1 };
  return undefined;
}

/** The next need in the direction of the step, over cells where nothing is needed; undefined at the edge. */
export function neighbour(matrix: Matrix, needId: string, step: Step): Need | undefined {
  let row = matrix.rows.findIndex((it) => it.needs.some((need) => need?.id === needId));
  let column = matrix.rows[row]?.needs.findIndex((need) => need?.id === needId) ?? -1;
  if (row < 0 || column < 0) return undefined;
  for (;;) {
    row += step.rows;
    column += step.columns;
    if (row < 0 || column < 0 || row >= matrix.rows.length || column >= matrix.items.length) return undefined;
    const need = matrix.rows[row]?.needs[column];
    if (need) return need;
  }
}

type Needs = readonly [Need, ...Need[]];

function byWeight(a: Needs, b: Needs): number {
  return weightG(b) - weightG(a) || a[0].id.localeCompare(b[0].id);
}

function weightG(needs: Needs): number {
  return needs.reduce((sum, need) => sum + need.quantity * need.item.unitWeightG, 0);
}
