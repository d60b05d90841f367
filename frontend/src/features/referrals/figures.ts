import { AidCadence, AidKind, monthsFromTo, type ReferralFigures, ReferralResult } from '@qafila/contract';

type Cell = ReferralFigures['cells'][number];

/** Counts summed by a key; keys without any are left out. */
export function countsBy<Of extends { count: number }, Key extends string>(
  cells: readonly Of[],
  keyOf: (cell: Of) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    counts.set(key, (counts.get(key) ?? 0) + cell.count);
  }
  return counts;
}

export function totalOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Kinds down, how often across, each with its sum; the figures of all six kinds beside them. */
export function kindRows({ cells, offers }: Pick<ReferralFigures, 'cells' | 'offers'>) {
  const counts = countsBy(cells, ({ kind, cadence }) => `${kind} ${cadence}`);
  return AidKind.options.map((kind) => {
    const counted = AidCadence.options.map((cadence) => counts.get(`${kind} ${cadence}`) ?? 0);
    const given = offers.filter((offer) => offer.kind === kind);
    return {
      kind,
      counted,
      total: counted.reduce((sum, count) => sum + count, 0),
      helpCount: given.reduce((sum, offer) => sum + offer.helpCount, 0),
      amountSyp: given.reduce((sum, offer) => sum + offer.amountSyp, 0),
    };
  });
}

/** One count for each month from the first to the last, by how often help is due. */
export function monthSeries({ cells, from, to }: Pick<ReferralFigures, 'cells' | 'from' | 'to'>) {
  const months = monthsFromTo(from, to);
  const counts = countsBy(cells, ({ month, cadence }) => `${month} ${cadence}`);
  return {
    months,
    series: AidCadence.options.map((cadence) => ({
      cadence,
      values: months.map((month) => counts.get(`${month} ${cadence}`) ?? 0),
    })),
  };
}

/** What became of them, in the order of the list; those of which there are none are left out. */
export function resultRows(cells: readonly Cell[]): { result: ReferralResult; count: number }[] {
  const counts = countsBy(cells, ({ result }) => result);
  return ReferralResult.options
    .map((result) => ({ result, count: counts.get(result) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** Governorates by how many asked there, the most first. */
export function governorateRows(places: ReferralFigures['governorates']): { code: string; count: number }[] {
  return [...countsBy(places, ({ governorateCode }) => governorateCode)]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}
