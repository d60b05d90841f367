import { monthIn, type ReferralDue } from '@qafila/contract';
import type { QuantityValue } from '../../shared/ui/index.ts';

export type HelpLine = {
  /** Of the catalogue, or in words. */
  of: 'item' | 'words';
  itemId: string | null;
  description: string;
  quantity: QuantityValue;
};

export const newLine = (of: HelpLine['of']): HelpLine => ({ of, itemId: null, description: '', quantity: 1 });

export type HelpValues = {
  givenOn: string | null;
  forMonth: string | null;
  amountSyp: QuantityValue;
  lines: HelpLine[];
  note: string;
};

const byName = (one: string, other: string) => one.localeCompare(other);

/** Months that help can be given for: those not settled yet, oldest first, and the present one. */
export function monthsOwed(dues: readonly Pick<ReferralDue, 'month' | 'status'>[], today: string): string[] {
  const settled = new Set(dues.filter((due) => due.status === 'given').map((due) => due.month));
  const all = new Set([...dues.map((due) => due.month), monthIn(today)]);
  return [...all].filter((month) => !settled.has(month)).sort(byName);
}

/** The month that help is most likely for: the one that is due, else the first of those it can be for. */
export function monthFirst(
  dues: readonly Pick<ReferralDue, 'month' | 'status'>[],
  today: string,
): string | null {
  const due = dues.filter((it) => it.status === 'due').map((it) => it.month);
  return due.sort(byName)[0] ?? monthsOwed(dues, today).at(-1) ?? null;
}

/** What is sent of a form; an amount left empty is none. */
export function toHelp({ amountSyp, lines, ...values }: HelpValues) {
  return {
    ...values,
    amountSyp: amountSyp === '' ? null : amountSyp,
    lines: lines.map(({ of, itemId, description, quantity }) => ({
      itemId: of === 'item' ? itemId : null,
      description: of === 'words' ? description : '',
      quantity,
    })),
  };
}
