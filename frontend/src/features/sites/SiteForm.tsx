import { Select, TextInput } from '@mantine/core';
import { SiteKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormGrid, FormShell, NameFields, SaveButtons } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from './governorates.ts';
import { PlaceField } from './PlaceField.tsx';
import { placeOf, type SiteValues } from './site-values.ts';

type SiteFormProps = Omit<ApiForm<SiteValues>, 'idOf'> & { onCancel: () => void };

export function SiteForm({ form, submit, isSubmitting, failure, onCancel }: SiteFormProps) {
  const { t } = useTranslation('sites');
  const governorates = useGovernorateChoices();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <NameFields form={form} />
        <Select
          label={t('form.kind')}
          required
          allowDeselect={false}
          data={SiteKind.options.map((value) => ({ value, label: t(`siteKind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('form.governorate')}
          required
          searchable
          allowDeselect={false}
          data={governorates}
          {...form.getInputProps('governorateCode')}
        />
      </FormGrid>
      <PlaceField
        place={placeOf(form.values)}
        onChange={({ lat, lng }) => form.setValues({ lat: String(lat), lng: String(lng) })}
      />
      <FormGrid>
        <TextInput
          label={t('form.lat')}
          required
          dir="ltr"
          inputMode="decimal"
          {...form.getInputProps('lat')}
        />
        <TextInput
          label={t('form.lng')}
          required
          dir="ltr"
          inputMode="decimal"
          {...form.getInputProps('lng')}
        />
        <TextInput label={t('form.contactName')} {...form.getInputProps('contactName')} />
        <TextInput
          label={t('form.contactPhone')}
          type="tel"
          dir="ltr"
          {...form.getInputProps('contactPhone')}
        />
      </FormGrid>
      <SaveButtons label={t('form.save')} isSubmitting={isSubmitting} onCancel={onCancel} />
    </FormShell>
  );
}
