import { Textarea } from '@mantine/core';
import {
  type DocumentRef,
  decideProject,
  moveProject,
  PROJECT_REASONS,
  type ProjectCommand,
  type ProjectFile,
} from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { DayInput, Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { isDecision } from './commands.ts';

type CommandDialogProps = { file: ProjectFile; command: ProjectCommand; onClose: () => void };

type Values = { on: string | null; note: string; documents: DocumentRef[] };
const NOTHING: Values = { on: null, note: '', documents: [] };

/** One step of a project’s life: when it took effect, why, and with which papers. */
export function CommandDialog({ file, command, onClose }: CommandDialogProps) {
  const { t } = useTranslation('projects');
  const { name } = useFormat();
  const word = useWord();
  const { project } = file.summary;
  const target = { params: { projectId: project.id } };
  // Of the proposal as it stood when somebody set about deciding.
  const [version] = useState(file.version);
  const { form, submit, failure, isSubmitting } = useApiForm({
    endpoint: isDecision(command) ? decideProject : moveProject,
    target,
    ifMatch: version,
    initialValues: NOTHING,
    labels: { on: t('step.on'), note: t('step.note'), documentIds: t('step.documents') },
    toBody: ({ on, note, documents }) => ({
      command,
      note,
      documentIds: documents.map((it) => it.id),
      ...(on !== null && { on }),
    }),
    onDone: async () => {
      notifyDone(t(`done.${command}`));
      onClose();
      await invalidateWork(queryClient, ['projects', 'documents']);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={`${word.command('project', command)} — ${name(project)}`}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        {!isDecision(command) && command !== 'propose' && (
          <DayInput
            label={t('step.on')}
            description={t('step.onHint')}
            clearable
            maxDate={new Date()}
            {...form.getInputProps('on')}
          />
        )}
        <Textarea
          label={t(PROJECT_REASONS.includes(command) ? 'step.reason' : 'step.note')}
          required={PROJECT_REASONS.includes(command)}
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
        <DocumentsField
          label={t('step.documents')}
          upload={uploadTo(project.association.id, 'project')}
          value={form.values.documents}
          onChange={(documents) => form.setFieldValue('documents', documents)}
        />
        <SaveButtons
          label={word.command('project', command)}
          isSubmitting={isSubmitting}
          onCancel={onClose}
        />
      </FormShell>
    </Dialog>
  );
}
