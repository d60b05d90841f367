import { Button, SegmentedControl, Select } from '@mantine/core';
import { AidCadence, AidKind, ReferralStatus } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { FilterBar } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import classes from './Filters.module.css';
import { useAssociationChoices } from './use-association-choices.ts';
import type { Filtering, StatusFilter } from './use-filters.ts';

/** What narrows the list of cases. */
export function Filters({ filters }: { filters: Filtering }) {
  const { t } = useTranslation('referrals');
  const { state } = useWord();
  const can = useCan();
  const associations = useAssociationChoices();
  const governorates = useGovernorateChoices();
  const statuses = [
    { value: 'open', label: t('filter.open') },
    ...ReferralStatus.options.map((value) => ({ value, label: state('referral', value) })),
    { value: 'all', label: t('filter.all') },
  ];
  return (
    <FilterBar>
      {can('referral:register') && (
        <SegmentedControl
          size="xs"
          aria-label={t('filter.whose')}
          data={[
            { value: 'no', label: t('filter.everyone') },
            { value: 'yes', label: t('filter.mine') },
          ]}
          value={filters.mine.value}
          onChange={(value) => filters.mine.set(value as 'yes' | 'no')}
        />
      )}
      <div className={classes.selects}>
        <Select
          size="xs"
          aria-label={t('filter.status')}
          data={statuses}
          allowDeselect={false}
          value={filters.status.value}
          onChange={(value) => filters.status.set(value as StatusFilter)}
        />
        <Choice
          label={t('filter.cadence')}
          data={AidCadence.options.map((value) => ({ value, label: t(`aid.cadence.${value}`) }))}
          {...filters.cadence}
        />
        <Choice
          label={t('filter.kind')}
          data={AidKind.options.map((value) => ({ value, label: t(`aid.kind.${value}`) }))}
          {...filters.kind}
        />
        <Choice label={t('filter.governorate')} data={governorates} {...filters.governorate} />
        <Choice label={t('filter.association')} data={associations} {...filters.association} />
      </div>
      {filters.isNarrowed && (
        <Button size="compact-sm" variant="subtle" onClick={filters.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </FilterBar>
  );
}

type ChoiceProps = {
  label: string;
  data: { value: string; label: string }[];
  value: string;
  set: (value: string | null) => void;
};

/** One of many, or any. */
function Choice({ label, data, value, set }: ChoiceProps) {
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={label}
      clearable
      searchable={data.length > 6}
      data={data}
      value={value || null}
      onChange={set}
    />
  );
}
