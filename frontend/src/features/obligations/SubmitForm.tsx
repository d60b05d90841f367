import { Button, Textarea } from '@mantine/core';
import { type DocumentRef, type Obligation, submitObligation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormActions, FormShell, notifyDone } from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';

type Values = { note: string; documentIds: DocumentRef[] };

/** Hands in what is due, with its papers. */
export function SubmitForm({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  const { association, id, type } = obligation;
  const labels = { documentIds: t('submit.documents'), note: t('submit.note') };
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: submitObligation,
    target: { params: { obligationId: id } },
    initialValues: { note: '', documentIds: [] } as Values,
    labels,
    toBody: ({ note, documentIds }) => ({ note, documentIds: documentIds.map((document) => document.id) }),
    onDone: async () => {
      await invalidateWork(queryClient, ['obligations', 'documents']);
      notifyDone(t('submit.done'));
    },
  });
  return (
    <FormShell onSubmit={submit} label={t('submit.title')}>
      <FieldErrors failure={failure} />
      <DocumentsField
        {...form.getInputProps('documentIds')}
        label={labels.documentIds}
        description={name({ nameAr: type.documentsAr, nameEn: type.documentsEn })}
        required
        upload={uploadTo(association.id, 'obligation')}
      />
      <Textarea {...form.getInputProps('note')} label={labels.note} autosize minRows={2} />
      <FormActions>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t('submit.send')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
