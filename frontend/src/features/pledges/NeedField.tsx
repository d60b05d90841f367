import { Select, type SelectProps } from '@mantine/core';
import type { Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark, useNow } from '../../shared/ui/index.ts';
import { byUrgency } from '../needs/index.ts';
import classes from './PledgeForms.module.css';

type NeedFieldProps = Omit<SelectProps, 'data' | 'multiple'> & { needs: readonly Need[] };

/** Needs with a gap, the most urgent first. */
export function NeedField({ needs, ...select }: NeedFieldProps) {
  const { t } = useTranslation('pledges');
  const { name, number } = useFormat();
  const choices = needs
    .filter((need) => need.coverage.gap > 0)
    .toSorted(byUrgency)
    .map((need) => ({
      value: need.id,
      label: `${name(need.item)} — ${name(need.site)} (${number(need.coverage.gap)})`,
    }));
  return (
    <Select
      {...select}
      data-autofocus
      label={t('offer.need')}
      placeholder={t('offer.needPlaceholder')}
      required
      searchable
      allowDeselect={false}
      data={choices}
    />
  );
}

/** Why it matters and by when. */
export function NeedFacts({ need }: { need: Need }) {
  const { t } = useTranslation('pledges');
  const { when } = useFormat();
  const now = useNow();
  return (
    <div className={classes.facts}>
      <PriorityMark level={need.priority} />
      {t('offer.facts', { priority: t(`priority.${need.priority}`), when: when(need.neededBy, now) })}
    </div>
  );
}
