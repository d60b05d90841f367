import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { CampaignKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiForm } from '../../shared/forms/index.ts';
import { DayInput, FieldErrors, FormActions, FormGrid, FormShell, WholeRow } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import type { CampaignValues } from './campaign-values.ts';

type CampaignFormProps = Omit<ApiForm<CampaignValues>, 'idOf'> & {
  label?: string;
  saveKey: 'form.create' | 'form.save';
  cancelTo: string;
  /** A campaign’s kind is chosen when it is opened, and stays. */
  kindIsFixed?: boolean;
};

const BELOW = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

export function CampaignForm(props: CampaignFormProps) {
  const { form, submit, isSubmitting, failure, label, saveKey, cancelTo, kindIsFixed } = props;
  const { t } = useTranslation('campaigns');
  const governorates = useGovernorateChoices();
  return (
    <FormShell onSubmit={submit} {...(label && { label })}>
      <FieldErrors failure={failure} />
      <FormGrid>
        {!kindIsFixed && (
          <WholeRow>
            <Select
              label={t('form.kind')}
              description={t(`form.kindHint.${form.values.kind}`)}
              inputWrapperOrder={BELOW}
              required
              allowDeselect={false}
              data={CampaignKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
              {...form.getInputProps('kind')}
            />
          </WholeRow>
        )}
        <TextInput label={t('form.nameAr')} required dir="rtl" lang="ar" {...form.getInputProps('nameAr')} />
        <TextInput label={t('form.nameEn')} required dir="ltr" lang="en" {...form.getInputProps('nameEn')} />
        <DayInput label={t('form.startsOn')} required {...form.getInputProps('startsOn')} />
        <DayInput label={t('form.endsOn')} required {...form.getInputProps('endsOn')} />
        <WholeRow>
          <MultiSelect
            label={t('form.governorates')}
            description={t('form.governoratesHint')}
            inputWrapperOrder={BELOW}
            required
            searchable
            data={governorates}
            {...form.getInputProps('governorateCodes')}
          />
        </WholeRow>
        <WholeRow>
          <Textarea
            label={t('form.purpose')}
            description={t('form.purposeHint')}
            inputWrapperOrder={BELOW}
            autosize
            minRows={2}
            {...form.getInputProps('purpose')}
          />
        </WholeRow>
      </FormGrid>
      <FormActions>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t(saveKey)}
        </Button>
        <Button size="md" variant="default" component={Link} href={cancelTo}>
          {t('action.cancel')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
