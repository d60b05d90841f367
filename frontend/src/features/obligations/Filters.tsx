import { Button, Select } from '@mantine/core';
import {
  listAssociationNames,
  listObligationTypes,
  ObligationStanding,
  ObligationState,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { FilterBar } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import type { Filtering } from './use-filters.ts';

/** What narrows the list; `isOwn` where an association looks at its own. */
export function Filters({ filters, isOwn }: { filters: Filtering; isOwn: boolean }) {
  const { t } = useTranslation('obligations');
  const { name, fullDate } = useFormat();
  const word = useWord();
  const { data: types = [] } = useApiQuery(listObligationTypes, {});
  const { days } = filters;
  return (
    <FilterBar>
      <Choice
        label={t('filter.standing')}
        data={ObligationStanding.options.map((value) => ({ value, label: t(`standing.${value}`) }))}
        {...filters.standing}
      />
      <Choice
        label={t('filter.state')}
        data={ObligationState.options.map((value) => ({ value, label: word.state('obligation', value) }))}
        {...filters.state}
      />
      <Choice
        label={t('filter.type')}
        data={types.map((type) => ({ value: type.id, label: name(type) }))}
        {...filters.type}
      />
      {!isOwn && <WhoseChoices filters={filters} />}
      {days && (
        <span>
          {days.from === days.to
            ? fullDate(days.from)
            : t('filter.days', { from: fullDate(days.from), to: fullDate(days.to) })}
        </span>
      )}
      {filters.isNarrowed && (
        <Button size="compact-sm" variant="subtle" onClick={filters.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </FilterBar>
  );
}

function WhoseChoices({ filters }: { filters: Filtering }) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  const governorates = useGovernorateChoices();
  const { data: associations = [] } = useApiQuery(listAssociationNames, {});
  return (
    <>
      <Choice label={t('filter.governorate')} data={governorates} {...filters.governorate} />
      <Choice
        label={t('filter.association')}
        data={associations.map((association) => ({ value: association.id, label: name(association) }))}
        {...filters.association}
      />
    </>
  );
}

type ChoiceProps = {
  label: string;
  data: { value: string; label: string }[];
  value: string;
  onChange: (value: string | null) => void;
};

/** One of many, or any. */
function Choice({ label, data, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      searchable={data.length > 8}
      data={data}
      value={value || null}
      onChange={onChange}
    />
  );
}
