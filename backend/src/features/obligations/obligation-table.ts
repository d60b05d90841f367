import {
  Day,
  OBLIGATION_STATE_WORDS,
  OBLIGATION_TABLE,
  ObligationPeriod,
  type ObligationState,
  type ObligationType,
  parseInteger,
  type TableFault,
  type TableLanguage,
  toLatinDigits,
} from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ImportTable, labelOf, nameIn, planned, type TableRow } from '../../platform/tables/index.ts';
import { overdueFrom } from './handing-in.service.ts';
import {
  associationsByDeclaration,
  importObligation,
  type KnownAssociation,
  type KnownObligation,
  knownObligations,
  obligationLines,
} from './table.repository.ts';
import { typeRows } from './types.repository.ts';

type Key = (typeof OBLIGATION_TABLE.columns)[number]['key'];
type Row = TableRow<Key>;

/** On paper it was asked for, or it was handed in and accepted; what lies between happens here, step by step. */
const FROM_PAPER: readonly ObligationState[] = ['due', 'accepted'];
const UNDER_WAY: readonly ObligationState[] = ['submitted', 'returned'];

/** Every obligation, and those of the years before this system. */
export const obligationTable: ImportTable<Key> = {
  name: 'obligations',
  ...OBLIGATION_TABLE,
  async save({ db }, language) {
    const lines = await obligationLines(db);
    return lines.map(({ associationAr, associationEn, typeAr, typeEn, state, ...line }) => ({
      ...line,
      association: language === 'ar' ? associationAr : associationEn,
      type: language === 'ar' ? typeAr : typeEn,
      state: OBLIGATION_STATE_WORDS.write(state, language),
    }));
  },
  async plan(ctx, _rows, language) {
    const known: Known = {
      language,
      associations: await associationsByDeclaration(ctx.db),
      types: await typeRows(ctx.db),
      obligations: await knownObligations(ctx.db),
      today: dayInDamascus(ctx.now()),
    };
    return (row) => planRow(known, row);
  },
};

type Known = {
  language: TableLanguage;
  /** By number and year, `412/2020`. */
  associations: ReadonlyMap<string, KnownAssociation>;
  types: readonly ObligationType[];
  /** By association, type and period. */
  obligations: ReadonlyMap<string, KnownObligation>;
  today: string;
};

function planRow(known: Known, { cells }: Row) {
  const read = new Reading(cells, known);
  const { association, type, period, dueOn, submittedOn } = read;
  const key = association && type && period ? `${association.id} ${type.id} ${period}` : '';
  const before = known.obligations.get(key);
  const state = read.state ?? before?.state ?? 'due';
  read.judgeState(state, before);
  const word = (it: ObligationState) => OBLIGATION_STATE_WORDS.write(it, known.language);
  return planned({
    key,
    label: labelOf(
      nameIn(known.language, association) ?? cells.declarationNumber,
      nameIn(known.language, type) ?? cells.type,
      period,
    ),
    faults: read.faults,
    before: before && {
      dueOn: before.dueOn,
      state: word(before.state),
      submittedOn: before.submittedOn ?? '',
    },
    after: { dueOn: dueOn ?? '', state: word(state), ...(submittedOn && { submittedOn }) },
    async apply(ctx) {
      if (!association || !type || !period || !dueOn) return;
      const id = await importObligation(ctx.db, {
        before: before && { id: before.id, state: before.state },
        ...{ associationId: association.id, typeId: type.id, period, dueOn, state },
        ...{ overdueFrom: overdueFrom(type, dueOn) },
        submittedOn: newsOf(submittedOn, before),
        ...{ at: ctx.now(), by: ctx.actor.userId },
      });
      if (id === undefined) throw new Refusal('version_stale');
      await audit(ctx, {
        action: 'obligation.imported',
        subjectType: 'obligation',
        subjectId: id,
        from: before?.state ?? null,
        to: state,
        detail: { associationId: association.id, typeId: type.id, period, dueOn },
      });
    },
  });
}

/** Another day than the known one: who handed it in here did so at an hour, which a table does not say. */
function newsOf(submittedOn: string | undefined, before: KnownObligation | undefined): string | null {
  return submittedOn === undefined || submittedOn === before?.submittedOn ? null : submittedOn;
}

/** A row's cells as what they mean; what cannot be read is a fault. */
class Reading {
  readonly faults: { column: string; code: string }[] = [];
  readonly association: KnownAssociation | undefined;
  readonly type: ObligationType | undefined;
  readonly period: string | undefined;
  readonly dueOn: string | undefined;
  readonly submittedOn: string | undefined;
  readonly state: ObligationState | undefined;
  readonly #cells: Row['cells'];
  readonly #today: string;

  constructor(cells: Row['cells'], { associations, types, today }: Known) {
    this.#cells = cells;
    this.#today = today;
    const number = this.#whole('declarationNumber');
    const year = this.#whole('declarationYear');
    this.association = associations.get(`${number}/${year}`);
    if (number !== undefined && year !== undefined && !this.association)
      this.#fault('declarationNumber', 'no_such_reference');
    this.type = this.#needed('type', (text) =>
      types.find(({ key, nameAr, nameEn }) => [key, nameAr, nameEn].includes(text)),
    );
    this.period = this.#needed('period', (text) => ObligationPeriod.safeParse(toLatinDigits(text)).data);
    this.dueOn = this.#needed('dueOn', dayOf);
    this.submittedOn = cells.submittedOn && this.#needed('submittedOn', dayOf);
    this.state = cells.state === undefined ? undefined : this.#needed('state', stateOf);
  }

  /**
   * What is settled stays so, and only what happened on paper is told by a table: one that was saved before an
   * association handed something in does not undo that.
   */
  judgeState(state: ObligationState, before: KnownObligation | undefined): void {
    if (before !== undefined && this.#isOfSteps(state, before)) this.#fault('state', 'conflict');
    else if (state !== before?.state && !FROM_PAPER.includes(state)) this.#fault('state', 'invalid_value');
    if (state === 'accepted' && !this.submittedOn && !before?.submittedOn)
      this.#fault('submittedOn', 'required');
    if (this.submittedOn && this.submittedOn > this.#today) this.#fault('submittedOn', 'after_now');
  }

  /** Whether the row would change what steps have brought about. */
  #isOfSteps(state: ObligationState, before: KnownObligation): boolean {
    if (before.state === 'due') return false;
    const isLater = this.submittedOn !== undefined && this.submittedOn !== before.submittedOn;
    const isWritten = UNDER_WAY.includes(before.state) ? isLater : this.dueOn !== before.dueOn;
    return state !== before.state || isWritten;
  }

  #whole(column: Key): number | undefined {
    return this.#needed(column, parseInteger);
  }

  #needed<Value>(column: Key, read: (text: string) => Value | undefined): Value | undefined {
    const text = this.#cells[column];
    const value = text === undefined ? undefined : read(text);
    if (value === undefined) this.#fault(column, text === undefined ? 'required' : 'invalid_value');
    return value;
  }

  #fault(column: Key, code: TableFault['code']): void {
    this.faults.push({ column, code });
  }
}

function dayOf(text: string): string | undefined {
  return Day.safeParse(toLatinDigits(text)).data;
}

function stateOf(text: string): ObligationState | undefined {
  return OBLIGATION_STATE_WORDS.read(text);
}
