import { Select } from '@mantine/core';
import { AssociationKind, FIRST_DECISION_YEAR, RegisteredStatus, SECTORS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import classes from './RegistryFilters.module.css';
import type { useRegistryFilters } from './use-registry-filters.ts';

type Filters = Pick<ReturnType<typeof useRegistryFilters>, 'known' | 'set'>;

/** Kind, sector and governorate; `isPublic` leaves out what only the directorate narrows by. */
export function RegistryFilters({ filters, isPublic = false }: { filters: Filters; isPublic?: boolean }) {
  const { t } = useTranslation('associations');
  const word = useAidWord();
  const { known, set } = filters;
  const governorates = useGovernorateChoices();
  return (
    <div className={classes.filters}>
      <Narrow
        label={t('anyKind')}
        value={known.kind}
        onChange={set.kind}
        data={AssociationKind.options.map((value) => ({ value, label: t(`associationKind.${value}`) }))}
      />
      <Narrow
        label={t('anySector')}
        value={known.sector}
        onChange={set.sector}
        data={SECTORS.map((value) => ({ value, label: word.sector(value) }))}
      />
      <Narrow
        label={t('anyGovernorate')}
        value={known.governorate}
        onChange={set.governorate}
        data={governorates}
      />
      <Narrow
        label={t('servesAny')}
        value={known.serves}
        onChange={set.serves}
        data={governorates.map((it) => ({ ...it, label: t('servesOne', { place: it.label }) }))}
      />
      {!isPublic && <StaffFilters filters={filters} />}
    </div>
  );
}

function StaffFilters({ filters: { known, set } }: { filters: Filters }) {
  const { t } = useTranslation('associations');
  const word = useWord();
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - FIRST_DECISION_YEAR + 1 }, (_, index) =>
    String(thisYear - index),
  );
  return (
    <>
      <Narrow
        label={t('anyStatus')}
        value={known.status}
        onChange={set.status}
        data={RegisteredStatus.options.map((value) => ({ value, label: word.state('association', value) }))}
      />
      <Narrow
        label={t('anyYear')}
        value={known.year === undefined ? undefined : String(known.year)}
        onChange={set.year}
        data={years.map((value) => ({ value, label: t('declaredInYear', { year: value }) }))}
      />
    </>
  );
}

type NarrowProps = {
  label: string;
  value: string | undefined;
  onChange: (value: string | null) => void;
  data: { value: string; label: string }[];
};

function Narrow({ label, value, ...select }: NarrowProps) {
  return (
    <Select
      {...select}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      clearable
      searchable
      className={classes.filter ?? ''}
    />
  );
}
