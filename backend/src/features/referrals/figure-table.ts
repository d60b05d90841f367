import {
  AID_KIND_WORDS,
  CADENCE_WORDS,
  FIGURE_SOURCE_WORDS,
  type Governorate,
  LIMITS,
  Month,
  PastReferralResult,
  parseInteger,
  REFERRAL_FIGURE_TABLE,
  REFERRAL_RESULT_WORDS,
  type ReferralResult,
  shiftMonth,
  type TableFault,
  toLatinDigits,
} from '@qafila/contract';
import {
  type ImportTable,
  labelOf,
  nameIn,
  type PlannedRow,
  planned,
  type TableRow,
} from '../../platform/tables/index.ts';
import { listGovernorates } from '../reference/index.ts';
import { presentMonth } from './month.ts';
import { keepPastFigure, ownFigures, type PastFigure, pastFigures } from './past-figures.repository.ts';

type Key = (typeof REFERRAL_FIGURE_TABLE.columns)[number]['key'];

/** Figures of all months; those of before this system can be read from a table, and never a person. */
export const referralFigureTable: ImportTable<Key> = {
  name: 'referral-figures',
  ...REFERRAL_FIGURE_TABLE,
  async save(ctx, language) {
    const names = new Map((await listGovernorates(ctx)).map((it) => [it.code, it]));
    const lineOf =
      (source: 'here' | 'table') => (figure: Omit<PastFigure, 'result'> & { result: ReferralResult }) => ({
        month: figure.month,
        governorateCode: nameIn(language, names.get(figure.governorateCode)) ?? figure.governorateCode,
        kind: AID_KIND_WORDS.write(figure.kind, language),
        cadence: CADENCE_WORDS.write(figure.cadence, language),
        result: REFERRAL_RESULT_WORDS.write(figure.result, language),
        count: figure.count,
        source: FIGURE_SOURCE_WORDS.write(source, language),
      });
    return [
      ...(await pastFigures(ctx.db)).map(lineOf('table')),
      ...(await ownFigures(ctx.db)).map(lineOf('here')),
    ];
  },
  async plan(ctx) {
    const known: Known = {
      counts: new Map((await pastFigures(ctx.db)).map((it) => [keyOf(it), it.count])),
      governorates: await listGovernorates(ctx),
      presentMonth: presentMonth(ctx),
    };
    return (row) => planRow(known, row);
  },
};

type Known = {
  counts: ReadonlyMap<string, number>;
  governorates: readonly Governorate[];
  presentMonth: string;
};

function keyOf({ month, governorateCode, kind, cadence, result }: Omit<PastFigure, 'count'>): string {
  return [month, governorateCode, kind, cadence, result].join(' ');
}

function planRow(known: Known, { cells }: TableRow<Key>): PlannedRow {
  const label = labelOf(cells.month, cells.governorateCode, cells.kind, cells.cadence, cells.result);
  // What is counted here was saved with the rest, and is not read again.
  if (cells.source !== undefined && FIGURE_SOURCE_WORDS.read(cells.source) === 'here')
    return { key: '', label, state: 'same', changes: [], faults: [] };
  const { figure, faults } = readFigure(cells, known);
  const key = figure ? keyOf(figure) : '';
  const before = known.counts.get(key);
  return planned({
    key,
    label,
    faults,
    before: before === undefined ? undefined : { count: String(before) },
    after: { count: String(figure?.count) },
    async apply(ctx) {
      if (figure) await keepPastFigure(ctx.db, figure, { at: ctx.now(), by: ctx.actor.userId });
    },
  });
}

const READERS: {
  [Column in Exclude<Key, 'source'>]: (text: string, known: Known) => PastFigure[Column] | undefined;
} = {
  month: monthOf,
  governorateCode: (text, { governorates }) =>
    governorates.find(({ code, nameAr, nameEn }) => [code, nameAr, nameEn].includes(text))?.code,
  kind: (text) => AID_KIND_WORDS.read(text),
  cadence: (text) => CADENCE_WORDS.read(text),
  result: (text) => PastReferralResult.safeParse(REFERRAL_RESULT_WORDS.read(text)).data,
  count: parseInteger,
};

/** Of a month that somebody types, spreadsheet programs make its first day. */
function monthOf(text: string): Month | undefined {
  return Month.safeParse(toLatinDigits(text).replace(/^(\d{4}-\d{2})-01$/, '$1')).data;
}

/** The figure a row tells, or what is wrong with it. */
function readFigure(
  cells: TableRow<Key>['cells'],
  known: Known,
): { figure: PastFigure | undefined; faults: Omit<TableFault, 'row'>[] } {
  const faults: Omit<TableFault, 'row'>[] = [];
  const entries = Object.entries(READERS).map(([column, read]) => {
    const text = cells[column as Key];
    const value = text === undefined ? undefined : read(text, known);
    if (value === undefined) faults.push({ column, code: text === undefined ? 'required' : 'invalid_value' });
    return [column, value] as const;
  });
  const figure = Object.fromEntries(entries) as PastFigure;
  if (faults.length === 0) {
    if (figure.month > known.presentMonth) faults.push({ column: 'month', code: 'after_now' });
    if (figure.month < shiftMonth(known.presentMonth, -LIMITS.pastFigureMonths))
      faults.push({ column: 'month', code: 'implausible_year' });
    if (figure.count < 1) faults.push({ column: 'count', code: 'too_small' });
    if (figure.count > LIMITS.quantityMax) faults.push({ column: 'count', code: 'too_big' });
  }
  return { figure: faults.length === 0 ? figure : undefined, faults };
}
