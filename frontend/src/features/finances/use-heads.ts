import { INCOME_SOURCES, type IncomeSource, SPENDING_HEADS, type SpendingHead } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useAidWord } from '../../shared/ui/records/index.ts';

export type Head<Key extends string> = { readonly key: Key; readonly label: string };

/** What money comes from and goes to, in words. */
export function useHeads(): { income: Head<IncomeSource>[]; spending: Head<SpendingHead>[] } {
  const { t } = useTranslation('finances');
  const { sector } = useAidWord();
  return {
    income: INCOME_SOURCES.map((key) => ({ key, label: t(`source.${key}`) })),
    spending: SPENDING_HEADS.map((key) => ({
      key,
      label: key === 'administration' ? t('administration') : sector(key),
    })),
  };
}
