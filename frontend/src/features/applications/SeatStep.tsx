import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormGrid } from '../../shared/ui/index.ts';
import { SeatFields } from '../associations/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import type { ApplicationValues } from './values.ts';

/** Where it has its seat. */
export function SeatStep({ form }: { form: UseFormReturnType<ApplicationValues> }) {
  const { t } = useTranslation('applications');
  const governorates = useGovernorateChoices();
  return (
    <>
      <FormGrid>
        <Select
          label={t('field.governorateCode')}
          required
          searchable
          allowDeselect={false}
          data={governorates}
          {...form.getInputProps('governorateCode')}
        />
      </FormGrid>
      <SeatFields form={form} />
    </>
  );
}
