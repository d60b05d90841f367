import { Textarea } from '@mantine/core';
import {
  ASSOCIATION_DECISIONS,
  type Association,
  type AssociationDecision,
  type DocumentRef,
  moveAssociation,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { DayInput, Dialog, FieldErrors, FormShell, Notice } from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import { useSaved } from './use-saved.ts';

type DecisionDialogProps = { association: Association; command: AssociationDecision; onClose: () => void };

const GRAVE: ReadonlySet<AssociationDecision> = new Set(['refuse', 'suspend', 'dissolve']);

/** One decision with its day, its reason and its papers. */
export function DecisionDialog({ association, command, onClose }: DecisionDialogProps) {
  const { t } = useTranslation('associations');
  const { name } = useFormat();
  const word = useWord();
  const { needsReason, needsDocument } = ASSOCIATION_DECISIONS[command];
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: moveAssociation,
    target: { params: { associationId: association.id } },
    initialValues: {
      reason: '',
      effectiveOn: calendarDay(new Date()) as string | null,
      documentIds: [] as DocumentRef[],
    },
    labels: {
      reason: t('form.reason'),
      effectiveOn: t('decide.effectiveOn'),
      documentIds: t('decide.papers'),
    },
    toBody: ({ documentIds, ...values }) => ({
      ...values,
      command,
      documentIds: documentIds.map(({ id }) => id),
    }),
    onDone: useSaved(onClose),
  });
  const label = word.command('association', command);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('decide.of', { decision: label, name: name(association) })}
      size={560}
    >
      <FormShell onSubmit={submit}>
        {GRAVE.has(command) && <Notice kind="warning" role="note" title={t(`decide.warn.${command}`)} />}
        <FieldErrors failure={failure} />
        <Textarea
          label={t('form.reason')}
          description={command === 'return' ? t('decide.returnHint') : undefined}
          required={needsReason}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <DayInput label={t('decide.effectiveOn')} required {...form.getInputProps('effectiveOn')} />
        <DocumentsField
          label={t('decide.papers')}
          required={needsDocument}
          upload={uploadTo(association.id, 'decision')}
          {...form.getInputProps('documentIds')}
        />
        <DecisionButtons
          label={label}
          isGrave={GRAVE.has(command)}
          isSubmitting={isSubmitting}
          onCancel={onClose}
        />
      </FormShell>
    </Dialog>
  );
}
