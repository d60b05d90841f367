import type { OutputKind, OutputSum } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { Measure } from './sums.ts';

export function useOutputWords() {
  const { t } = useTranslation('outputs');
  const amount = (kind: OutputKind, count: number) => t(`amount.${kind}`, { count });
  return {
    kind: (kind: OutputKind) => t(`kind.${kind}`),
    /** 300 وجبة */
    amount,
    measure: (measure: Measure) => t(measure === 'people' ? 'measure.people' : `kind.${measure}`),
    amounts: (rows: readonly OutputSum[]) =>
      rows.map((it) => amount(it.kind, it.quantity)).join(t('separator')),
  };
}
