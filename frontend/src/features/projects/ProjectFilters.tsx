import { Checkbox, Select } from '@mantine/core';
import { ProjectKind, ProjectSector, projectLifecycle, ViabilityStanding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { FilterBar } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import type { Filters } from './filters.ts';

export function ProjectFilters({ filters: { values, set } }: { filters: Filters }) {
  const { t } = useTranslation('projects');
  const word = useWord();
  const governorates = useGovernorateChoices();
  const choices = [
    {
      key: 'status',
      label: t('status'),
      data: projectLifecycle.states.map((value) => ({ value, label: word.state('project', value) })),
    },
    {
      key: 'standing',
      label: t('viability'),
      data: ViabilityStanding.options.map((value) => ({ value, label: t(`standing.${value}`) })),
    },
    {
      key: 'kind',
      label: t('form.kind'),
      data: ProjectKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'sector',
      label: t('form.sector'),
      data: ProjectSector.options.map((value) => ({ value, label: t(`sector.${value}`) })),
    },
    { key: 'governorate', label: t('form.governorate'), data: governorates },
  ] as const;
  return (
    <FilterBar>
      {choices.map(({ key, label, data }) => (
        <Select
          key={key}
          aria-label={label}
          placeholder={label}
          clearable
          data={[...data]}
          value={values[key] || null}
          onChange={set[key]}
        />
      ))}
      <Checkbox
        label={t('onlyMissing')}
        checked={values.missing === 'yes'}
        onChange={(event) => set.missing(event.currentTarget.checked ? 'yes' : null)}
      />
    </FilterBar>
  );
}
