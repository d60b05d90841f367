import { Textarea } from '@mantine/core';
import {
  addDays,
  answerFinding,
  closeFinding,
  type DocumentRef,
  FINDING_DUE_DAYS,
  type Finding,
  type FindingCommand,
  reopenFinding,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { DayInput, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { refresh } from './refresh.ts';

type MoveFindingProps = { finding: Finding; command: FindingCommand; onClose: () => void };
type Values = { note: string; dueOn: string | null; documents: DocumentRef[] };

const STEPS = {
  answer: {
    endpoint: answerFinding,
    toBody: ({ note, documents }: Values) => ({ note, documentIds: documents.map(({ id }) => id) }),
  },
  close: { endpoint: closeFinding, toBody: ({ note }: Values) => ({ note }) },
  reopen: { endpoint: reopenFinding, toBody: ({ note, dueOn }: Values) => ({ reason: note, dueOn }) },
} as const;

/** Asks for what a step needs: evidence, a word, a new date. */
export function MoveFinding({ finding, command, onClose }: MoveFindingProps) {
  const { t } = useTranslation('visits');
  const { command: wordOf } = useWord();
  const { endpoint, toBody } = STEPS[command];
  const noteField = command === 'reopen' ? 'reason' : 'note';
  const { form, submit, isSubmitting, failure, idOf } = useApiForm({
    endpoint,
    target: { params: { findingId: finding.id } },
    initialValues: {
      note: '',
      dueOn: addDays(calendarDay(Date.now()), FINDING_DUE_DAYS[finding.severity]),
      documents: [],
    } as Values,
    labels: {
      [noteField]: t(`ask.${command}`),
      ...(command === 'answer' && { documentIds: t('findings.evidence') }),
      ...(command === 'reopen' && { dueOn: t('field.due') }),
    },
    toBody,
    onDone: async () => {
      notifyDone(t(`findingDone.${command}`));
      onClose();
      await refresh();
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Textarea
        label={t(`ask.${command}`)}
        required={command !== 'close'}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('note')}
        id={idOf(noteField)}
        error={form.errors[noteField]}
      />
      {command === 'reopen' && <DayInput label={t('field.due')} required {...form.getInputProps('dueOn')} />}
      {command === 'answer' && (
        <DocumentsField
          label={t('findings.evidence')}
          id={idOf('documentIds')}
          value={form.values.documents}
          onChange={(documents) => form.setFieldValue('documents', documents)}
          error={form.errors['documentIds']}
          upload={uploadTo(finding.association.id, 'finding')}
        />
      )}
      <SaveButtons label={wordOf('finding', command)} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}
