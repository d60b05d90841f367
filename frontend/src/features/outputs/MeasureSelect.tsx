import { Select } from '@mantine/core';
import type { OutputKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/ui/index.ts';
import type { Measure } from './sums.ts';
import { useOutputWords } from './useOutputWords.ts';

/** What charts and lists count, kept in the address. */
export function useMeasure(kinds: readonly OutputKind[]): [Measure, (next: Measure | null) => void] {
  const [asked, ask] = useUrlState<Measure>('measure', 'people');
  return [kinds.find((kind) => kind === asked) ?? 'people', ask];
}

type MeasureSelectProps = { kinds: readonly OutputKind[]; value: Measure; onChange: (next: Measure) => void };

export function MeasureSelect({ kinds, value, onChange }: MeasureSelectProps) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const measures: Measure[] = ['people', ...kinds];
  return (
    <Select
      aria-label={t('measure.label')}
      allowDeselect={false}
      data={measures.map((measure) => ({ value: measure, label: words.measure(measure) }))}
      value={value}
      onChange={(chosen) => onChange((chosen ?? 'people') as Measure)}
    />
  );
}
