import { type CargoShare, ITEM_CATEGORIES } from '@qafila/contract';

export type CargoRow = { readonly share: CargoShare; readonly kg: readonly number[] };

export type CargoTable = {
  /** The heaviest categories; what is left of the total is of others. */
  readonly categories: readonly string[];
  readonly hasOthers: boolean;
  readonly rows: readonly CargoRow[];
  /** Per column, others last when there are any. */
  readonly totalsKg: readonly number[];
  readonly totalKg: number;
};

const COLUMNS = 3;
const LARGEST_FIRST = (a: CargoShare, b: CargoShare) => b.totalKg - a.totalKg;

/** Who gave how much of what rides on a convoy, the largest first. */
export function cargoTable(cargo: readonly CargoShare[]): CargoTable {
  const kgOf = (category: string) =>
    cargo.reduce((sum, { categoryKg }) => sum + (categoryKg[category] ?? 0), 0);
  const present = ITEM_CATEGORIES.filter((category) => kgOf(category) > 0);
  const hasOthers = present.length > COLUMNS + 1;
  const heaviest = [...present].sort((a, b) => kgOf(b) - kgOf(a)).slice(0, hasOthers ? COLUMNS : COLUMNS + 1);
  const categories = present.filter((category) => heaviest.includes(category));
  const columnsOf = (share: CargoShare) => {
    const kg = categories.map((category) => share.categoryKg[category] ?? 0);
    const rest = share.totalKg - kg.reduce((sum, each) => sum + each, 0);
    return hasOthers ? [...kg, Math.max(0, rest)] : kg;
  };
  const rows = [...cargo].sort(LARGEST_FIRST).map((share) => ({ share, kg: columnsOf(share) }));
  const width = categories.length + (hasOthers ? 1 : 0);
  const totalsKg = Array.from({ length: width }, (_, i) =>
    rows.reduce((sum, { kg }) => sum + (kg[i] ?? 0), 0),
  );
  const totalKg = cargo.reduce((sum, share) => sum + share.totalKg, 0);
  return { categories, hasOthers, rows, totalsKg, totalKg };
}

const HUES = 8;

/** One hue per association, the same on every convoy of the campaign. */
export function associationHues(cargo: Iterable<CargoShare>): ReadonlyMap<string, number> {
  const ids = new Set([...cargo].map(({ association }) => association.id));
  return new Map([...ids].sort().map((id, i) => [id, i % HUES]));
}
