import { Button, Select } from '@mantine/core';
import { addParticipant, listAssociationNames, type Participant } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  DialogActions,
  EmptyNote,
  FieldErrors,
  FormShell,
  notifyDone,
} from '../../shared/ui/index.ts';

type AddParticipantProps = { campaignId: string; present: readonly Participant[] };

export function AddParticipant(props: AddParticipantProps) {
  const { t } = useTranslation('campaigns');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('participants.add')}
      </Button>
      {isOpen && (
        <Dialog opened onClose={close} title={t('participants.add')} size={460}>
          <ParticipantForm {...props} onClose={close} />
        </Dialog>
      )}
    </>
  );
}

function ParticipantForm({ campaignId, present, onClose }: AddParticipantProps & { onClose: () => void }) {
  const { t } = useTranslation('campaigns');
  const { name } = useFormat();
  const { data: associations } = useApiQuery(listAssociationNames, { query: { status: 'declared' } });
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: addParticipant,
    target: { params: { campaignId } },
    initialValues: { associationId: null as string | null },
    labels: { associationId: t('participants.choose') },
    onDone: async () => {
      notifyDone(t('participants.added'));
      onClose();
      await invalidateTopics(queryClient, campaignId, ['participants']);
    },
  });
  const taken = new Set(present.map((it) => it.association.id));
  const open = associations?.filter((it) => !taken.has(it.id));
  if (open?.length === 0) return <EmptyNote title={t('participants.allIn')} />;
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Select
        label={t('participants.choose')}
        description={t('participants.chooseHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        searchable
        allowDeselect={false}
        data={(open ?? []).map((it) => ({ value: it.id, label: name(it) }))}
        data-autofocus
        {...form.getInputProps('associationId')}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {t('participants.add')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}
