import { Button, Textarea } from '@mantine/core';
import {
  balanceOf,
  type DocumentRef,
  type FinanceFile,
  saveFinances,
  submitFinances,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { type FormFailure, useApiForm } from '../../shared/forms/index.ts';
import {
  FieldErrors,
  FormActions,
  FormShell,
  Notice,
  notifyDone,
  Panel,
  QuantityInput,
  type QuantityValue,
} from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { BalanceNotice } from './BalanceNotice.tsx';
import classes from './Finances.module.css';
import { amountsIn, type FigureValues, useFigureLabels } from './figure-values.ts';
import { SideFields } from './SideFields.tsx';

type FiguresFormProps = { file: FinanceFile; onSaved: (file: FinanceFile) => void };

type Values = { figures: FigureValues; documentIds: DocumentRef[] };

/** The figures of a year as they are gathered: kept as far as they are known, handed in when they balance. */
export function FiguresForm({ file: { finance, version }, onSaved }: FiguresFormProps) {
  const { t } = useTranslation('finances');
  const labels = useFigureLabels();
  const finish = (words: string) => async (saved: FinanceFile) => {
    await invalidateWork(queryClient, ['finances', 'documents']);
    onSaved(saved);
    notifyDone(words);
  };
  const target = { params: { financeId: finance.id } };
  const api = useApiForm({
    endpoint: submitFinances,
    target,
    ifMatch: version,
    initialValues: { figures: finance.figures, documentIds: [] } as Values,
    labels,
    toBody: ({ figures, documentIds }) => ({ figures, documentIds: documentIds.map(({ id }) => id) }),
    onDone: finish(t('done.submit')),
  });
  const draft = useApiForm({
    endpoint: saveFinances,
    target,
    ifMatch: version,
    initialValues: {},
    labels: draftLabels(labels),
    toBody: () => api.form.getValues().figures,
    onDone: finish(t('saved')),
  });
  const { form } = api;
  const { figures } = form.getValues();
  const balance = balanceOf(amountsIn(figures));
  return (
    <FormShell onSubmit={api.submit} label={t('title')}>
      <FieldErrors failure={api.failure ?? atFields(draft.failure, api.idOf)} />
      <BalanceNotice balance={balance} />
      <div className={classes.sides}>
        <SideFields side="income" form={form} sumSyp={balance.incomeSyp} />
        <SideFields side="spending" form={form} sumSyp={balance.spendingSyp} />
      </div>
      <Panel title={t('reserves')}>
        <div className={classes.lines}>
          <Reserve input={form.getInputProps('figures.openingSyp')} label={t('opening')} />
          <OpeningReason
            input={form.getInputProps('figures.openingReason')}
            opening={amountsIn(figures).openingSyp}
            previous={finance.previousClosingSyp}
          />
          <Reserve input={form.getInputProps('figures.closingSyp')} label={t('closing')} />
          <Textarea {...form.getInputProps('figures.note')} label={t('noteLabel')} autosize minRows={2} />
          <DocumentsField
            {...form.getInputProps('documentIds')}
            label={t('documents')}
            upload={uploadTo(finance.association.id, 'finance')}
          />
        </div>
      </Panel>
      <FormActions>
        <Button type="submit" size="md" loading={api.isSubmitting}>
          {t('submit')}
        </Button>
        <Button size="md" variant="default" loading={draft.isSubmitting} onClick={() => draft.submit()}>
          {t('save')}
        </Button>
      </FormActions>
    </FormShell>
  );
}

/** What is kept is the figures alone: their paths are those of what is handed in, without its first step. */
function draftLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([path, label]) => [path.replace('figures.', ''), label]),
  );
}

function atFields(failure: FormFailure | undefined, idOf: (path: string) => string): FormFailure | undefined {
  return (
    failure && {
      ...failure,
      faults: failure.faults.map((fault) => ({ ...fault, fieldId: idOf(`figures.${fault.path}`) })),
    }
  );
}

type Input = { value?: QuantityValue; onChange: (value: QuantityValue) => void };

function Reserve({ input, label }: { input: Input; label: string }) {
  const { t } = useTranslation('finances');
  return <QuantityInput {...input} label={label} unit={t('pound')} required />;
}

type OpeningReasonProps = { input: object; opening: number; previous: number | null };

/** A year begins with what the last ended with; where it does not, somebody says why. */
function OpeningReason({ input, opening, previous }: OpeningReasonProps) {
  const { t } = useTranslation('finances');
  const { pounds } = useFormat();
  if (previous === null || previous === opening) return null;
  return (
    <>
      <Notice kind="warning" title={t('opensOtherwise', { previous: pounds(previous) })} />
      <Textarea {...input} label={t('openingReason')} required autosize minRows={2} />
    </>
  );
}
