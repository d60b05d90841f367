import type { FinanceFigures, IncomeSource, SpendingHead } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { QuantityValue } from '../../shared/ui/index.ts';
import { useHeads } from './use-heads.ts';

/** The figures of a year as they are typed. */
export type FigureValues = {
  openingSyp: QuantityValue;
  income: Record<IncomeSource, QuantityValue>;
  spending: Record<SpendingHead, QuantityValue>;
  closingSyp: QuantityValue;
  openingReason: string;
  note: string;
};

/** What is no number yet counts as nothing, so that the sums can be shown while somebody types. */
export function amountsIn(values: FigureValues): FinanceFigures {
  return {
    ...values,
    openingSyp: amount(values.openingSyp),
    income: amounts(values.income),
    spending: amounts(values.spending),
    closingSyp: amount(values.closingSyp),
  };
}

function amounts<Head extends string>(typed: Record<Head, QuantityValue>): Record<Head, number> {
  const known = Object.entries(typed) as [Head, QuantityValue][];
  return Object.fromEntries(known.map(([head, value]) => [head, amount(value)])) as Record<Head, number>;
}

function amount(value: QuantityValue): number {
  return typeof value === 'number' ? value : 0;
}

/** Every field by its path in what is handed in. */
export function useFigureLabels(): Record<string, string> {
  const { t } = useTranslation('finances');
  const { income, spending } = useHeads();
  return {
    'figures.openingSyp': t('opening'),
    'figures.closingSyp': t('closing'),
    'figures.openingReason': t('openingReason'),
    'figures.note': t('noteLabel'),
    documentIds: t('documents'),
    ...Object.fromEntries(income.map(({ key, label }) => [`figures.income.${key}`, label])),
    ...Object.fromEntries(spending.map(({ key, label }) => [`figures.spending.${key}`, label])),
  };
}
