import type { OutputTotals } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type KeyFigure, KeyFigures } from '../../shared/ui/records/index.ts';
import { useOutputWords } from './useOutputWords.ts';

/** The whole initiative in a row of figures; how often people were reached is never told as how many they are. */
export function InitiativeFigures({ totals }: { totals: OutputTotals }) {
  const { t } = useTranslation('outputs');
  const { number } = useFormat();
  const words = useOutputWords();
  const people = totals.byKind.reduce((sum, it) => sum + it.people, 0);
  const given = totals.byKind.map(
    (it): KeyFigure => ({
      key: it.kind,
      label: words.kind(it.kind),
      value: number(it.quantity),
      note: it.households > 0 && t('figures.households', { households: number(it.households) }),
    }),
  );
  return (
    <KeyFigures
      figures={[
        ...given,
        {
          key: 'people',
          label: t('figures.people'),
          value: number(people),
          note: t('figures.atLeast', { people: number(totals.peopleAtOnce) }),
        },
        {
          key: 'associations',
          label: t('figures.associations'),
          value: number(totals.associationCount),
          note: t('figures.spread', {
            governorates: number(totals.governorateCount),
            days: number(totals.dayCount),
          }),
        },
      ]}
    />
  );
}
