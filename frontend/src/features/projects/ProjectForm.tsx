import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { ProjectKind, ProjectSector } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  DayInput,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  QuantityInput,
  WholeRow,
} from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import { FundingFields } from './FundingFields.tsx';
import type { ProjectValues } from './project-values.ts';
import { useProjectLabels } from './useProjectLabels.ts';

type ProjectFormProps = { api: ApiForm<ProjectValues>; associationId: string; cancelTo: string };

export function ProjectForm({ api, associationId, cancelTo }: ProjectFormProps) {
  const { t } = useTranslation('projects');
  const { form, submit, failure, isSubmitting } = api;
  const labels = useProjectLabels();
  return (
    <FormShell onSubmit={submit} label={t('project')}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <Particulars form={form} />
        <FundingFields api={api} />
        <PlanFields form={form} />
        <WholeRow>
          <DocumentsField
            label={labels.documentIds}
            upload={uploadTo(associationId, 'project')}
            value={form.values.documents}
            onChange={(documents) => form.setFieldValue('documents', documents)}
          />
        </WholeRow>
      </FormGrid>
      <FormActions>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t('keep')}
        </Button>
        <Button size="md" variant="default" component={Link} href={cancelTo}>
          {t('action.cancel')}
        </Button>
      </FormActions>
    </FormShell>
  );
}

type PartProps = Pick<ApiForm<ProjectValues>, 'form'>;

function Particulars({ form }: PartProps) {
  const { t } = useTranslation('projects');
  const labels = useProjectLabels();
  const governorates = useGovernorateChoices();
  return (
    <>
      <TextInput label={labels.nameAr} required dir="rtl" lang="ar" {...form.getInputProps('nameAr')} />
      <TextInput label={labels.nameEn} required dir="ltr" lang="en" {...form.getInputProps('nameEn')} />
      <Select
        label={labels.kind}
        required
        allowDeselect={false}
        data={ProjectKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={labels.sector}
        required
        data={ProjectSector.options.map((value) => ({ value, label: t(`sector.${value}`) }))}
        {...form.getInputProps('sector')}
      />
      <Select
        label={labels.governorateCode}
        required
        searchable
        data={governorates}
        {...form.getInputProps('governorateCode')}
      />
      <DayInput label={labels.plannedStart} required {...form.getInputProps('plannedStart')} />
      <WholeRow>
        <Textarea label={labels.description} autosize minRows={2} {...form.getInputProps('description')} />
      </WholeRow>
    </>
  );
}

function PlanFields({ form }: PartProps) {
  const { t } = useTranslation('projects');
  const labels = useProjectLabels();
  return (
    <>
      <QuantityInput
        label={labels.plannedMonthlyIncomeSyp}
        required
        unit={t('pound')}
        {...form.getInputProps('plannedMonthlyIncomeSyp')}
      />
      <QuantityInput
        label={labels.plannedMonthlyCostSyp}
        required
        unit={t('pound')}
        {...form.getInputProps('plannedMonthlyCostSyp')}
      />
      <QuantityInput label={labels.plannedJobs} required {...form.getInputProps('plannedJobs')} />
      <QuantityInput label={labels.plannedFamilies} required {...form.getInputProps('plannedFamilies')} />
    </>
  );
}
