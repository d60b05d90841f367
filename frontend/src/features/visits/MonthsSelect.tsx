import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const USUAL = [3, 6, 9, 12, 18, 24, 36];

type MonthsSelectProps = { months: number; onChange: (text: string | null) => void };

/** How far back to look; whatever the address says can be seen here, too. */
export function MonthsSelect({ months, onChange }: MonthsSelectProps) {
  const { t } = useTranslation('visits');
  const choices = USUAL.includes(months) ? USUAL : [...USUAL, months].sort((a, b) => a - b);
  return (
    <Select
      aria-label={t('overdue.months')}
      allowDeselect={false}
      w={160}
      data={choices.map((count) => ({ value: String(count), label: t('overdue.unit', { count }) }))}
      value={String(months)}
      onChange={onChange}
    />
  );
}
