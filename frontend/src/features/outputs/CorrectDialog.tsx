import { Textarea } from '@mantine/core';
import { correctOutput, type Output, type OutputStep, readOutput } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import {
  Dialog,
  FieldErrors,
  FormShell,
  notifyDone,
  QueryView,
  SaveButtons,
  StaleNotice,
} from '../../shared/ui/index.ts';
import { StepHistory } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { CountFields, countsIn, useCountLabels } from './OutputFields.tsx';
import { useOutputWords } from './useOutputWords.ts';

type CorrectDialogProps = { output: Output; onClose: () => void };

/** Changes what was counted; what it was before stays below. */
export function CorrectDialog({ output, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('outputs');
  const { fullDate } = useFormat();
  const words = useOutputWords();
  const governorateOf = useGovernorateName();
  const query = useApiQuery(readOutput, { params: { outputId: output.id } });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('correctTitle', {
        kind: words.kind(output.kind),
        day: fullDate(output.day),
        place: governorateOf(output.governorateCode),
      })}
    >
      <QueryView query={query}>
        {(file) => (
          <>
            <Edited output={file.output} onClose={onClose} />
            <History output={file.output} steps={file.steps} />
          </>
        )}
      </QueryView>
    </Dialog>
  );
}

function Edited({ output, onClose }: CorrectDialogProps) {
  const { started, isStale, reload } = useEdited(output);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <CorrectForm key={started.version} output={started} onClose={onClose} />
    </>
  );
}

function CorrectForm({ output, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('outputs');
  const labels = useCountLabels();
  const { form, submit, failure, isSubmitting } = useApiForm({
    endpoint: correctOutput,
    target: { params: { outputId: output.id } },
    ifMatch: output.version,
    initialValues: {
      quantity: output.quantity as number | string,
      people: output.people as number | string,
      households: (output.households ?? '') as number | string,
      note: output.note,
      reason: '',
    },
    labels: { ...labels, reason: t('form.reason') },
    toBody: countsIn,
    onDone: async () => {
      notifyDone(t('corrected'));
      onClose();
      await invalidateTopics(queryClient, output.campaignId, ['outputs']);
      await queryClient.invalidateQueries({ queryKey: [readOutput.path] });
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <CountFields form={form} kind={output.kind} />
      <Textarea
        label={t('form.reason')}
        description={t('form.reasonHint')}
        autosize
        minRows={1}
        {...form.getInputProps('reason')}
      />
      <SaveButtons label={t('correct')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}

function History({ output, steps }: { output: Output; steps: readonly OutputStep[] }) {
  const { t } = useTranslation('outputs');
  const { number } = useFormat();
  const words = useOutputWords();
  return (
    <section>
      <h3>{t('history')}</h3>
      <StepHistory
        steps={steps.map((step) => ({
          key: String(step.id),
          at: step.at,
          who: step.actorName,
          what: t('counted', {
            amount: words.amount(output.kind, step.quantity),
            people: number(step.people),
          }),
          note: step.reason,
        }))}
      />
    </section>
  );
}
