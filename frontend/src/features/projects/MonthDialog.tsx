import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { correctMonth, type ProjectFile, type ProjectMonth, reportMonth } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { type ApiForm, useApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  FieldErrors,
  FormShell,
  notifyDone,
  QuantityInput,
  type QuantityValue,
  SaveButtons,
} from '../../shared/ui/index.ts';

type MonthDialogProps = {
  file: ProjectFile;
  /** Months that can be reported. */
  open: readonly string[];
  /** The one to be corrected; a new one when left out. */
  reported: ProjectMonth | undefined;
  onClose: () => void;
};

type Values = {
  month: string | null;
  incomeSyp: QuantityValue;
  costSyp: QuantityValue;
  jobs: QuantityValue;
  families: QuantityValue;
  note: string;
};

/** One month’s figures: reported once, and then corrected. */
export function MonthDialog(props: MonthDialogProps) {
  const { t } = useTranslation('projects');
  const { month } = useFormat();
  const { reported } = props;
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={reported ? t('correctOf', { month: month(reported.month) }) : t('report')}
    >
      {reported ? <CorrectMonth {...props} reported={reported} /> : <ReportMonth {...props} />}
    </Dialog>
  );
}

function useLabels() {
  const { t } = useTranslation('projects');
  return {
    month: t('month.label'),
    incomeSyp: t('month.income'),
    costSyp: t('month.cost'),
    jobs: t('month.jobs'),
    families: t('month.families'),
    note: t('step.note'),
  };
}

function useDone(onClose: () => void) {
  const { t } = useTranslation('projects');
  return async () => {
    notifyDone(t('monthKept'));
    onClose();
    await invalidateWork(queryClient, ['projects']);
  };
}

function ReportMonth({ file, open, onClose }: MonthDialogProps) {
  const { month } = useFormat();
  const labels = useLabels();
  const oldest = open.at(-1) ?? null;
  const last = file.months.at(-1);
  const api = useApiForm({
    endpoint: reportMonth,
    target: { params: { projectId: file.summary.project.id } },
    initialValues: {
      month: oldest,
      incomeSyp: '',
      costSyp: '',
      jobs: last?.jobs ?? '',
      families: last?.families ?? '',
      note: '',
    } as Values,
    labels,
    onDone: useDone(onClose),
  });
  return (
    <MonthForm api={api} onClose={onClose}>
      <Select
        label={labels.month}
        required
        allowDeselect={false}
        data={open.map((value) => ({ value, label: month(value) }))}
        {...api.form.getInputProps('month')}
      />
    </MonthForm>
  );
}

function CorrectMonth({ file, reported, onClose }: MonthDialogProps & { reported: ProjectMonth }) {
  const labels = useLabels();
  const { month, incomeSyp, costSyp, jobs, families, note } = reported;
  const api = useApiForm({
    endpoint: correctMonth,
    target: { params: { projectId: file.summary.project.id, month } },
    ifMatch: file.version,
    initialValues: { month, incomeSyp, costSyp, jobs, families, note } as Values,
    labels,
    toBody: ({ month: _, ...figures }) => figures,
    onDone: useDone(onClose),
  });
  return <MonthForm api={api} onClose={onClose} />;
}

type MonthFormProps = { api: ApiForm<Values>; onClose: () => void; children?: ReactNode };

function MonthForm({ api: { form, submit, failure, isSubmitting }, onClose, children }: MonthFormProps) {
  const { t } = useTranslation('projects');
  const labels = useLabels();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      {children}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <QuantityInput
          label={labels.incomeSyp}
          required
          unit={t('pound')}
          {...form.getInputProps('incomeSyp')}
        />
        <QuantityInput label={labels.costSyp} required unit={t('pound')} {...form.getInputProps('costSyp')} />
        <QuantityInput label={labels.jobs} required {...form.getInputProps('jobs')} />
        <QuantityInput label={labels.families} required {...form.getInputProps('families')} />
      </SimpleGrid>
      <Textarea label={labels.note} autosize minRows={1} {...form.getInputProps('note')} />
      <SaveButtons label={t('keepMonth')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}
