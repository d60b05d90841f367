import type { Campaign, OutputTotals } from '@qafila/contract';
import { addDays, daysBetween } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { PeriodChart } from '../../shared/ui/records/index.ts';
import { type Measure, measureOf } from './sums.ts';
import { useOutputWords } from './useOutputWords.ts';

type DayChartProps = {
  campaign: Pick<Campaign, 'startsOn'>;
  byDay: OutputTotals['byDay'];
  measure: Measure;
};

/** Every day from the first to the last of which there is an entry; a day without one shows as nothing. */
export function DayChart({ campaign, byDay, measure }: DayChartProps) {
  const { t } = useTranslation('outputs');
  const { date, number } = useFormat();
  const words = useOutputWords();
  const last = byDay.at(-1)?.day ?? campaign.startsOn;
  const days = Array.from({ length: daysBetween(campaign.startsOn, last) + 1 }, (_, at) =>
    addDays(campaign.startsOn, at),
  );
  const values = days.map((day) =>
    measureOf(
      byDay.filter((it) => it.day === day),
      measure,
    ),
  );
  return (
    <PeriodChart
      caption={t('byDay')}
      periods={days.map((day) => date(day))}
      series={[{ label: words.measure(measure), values }]}
      format={(value) => number(value)}
    />
  );
}
