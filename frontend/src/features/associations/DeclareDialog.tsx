import { Button, Checkbox } from '@mantine/core';
import { type Association, type DocumentRef, declareAssociation } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import {
  Code,
  CopyTextButton,
  DayInput,
  Dialog,
  DialogActions,
  FieldErrors,
  FormGrid,
  FormShell,
  Notice,
  QuantityInput,
  type QuantityValue,
} from '../../shared/ui/index.ts';
import { DocumentsField, uploadTo } from '../../shared/ui/records/index.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import { useSaved } from './use-saved.ts';

type Invitation = NonNullable<Answer<typeof declareAssociation>['invitation']>;
type DeclareDialogProps = { association: Association; onClose: () => void };

/** The act itself: number, date and decree; the applicant may be invited with it. */
export function DeclareDialog({ association, onClose }: DeclareDialogProps) {
  const { t } = useTranslation('associations');
  const { name } = useFormat();
  const [invitation, setInvitation] = useState<Invitation>();
  const saved = useSaved(onClose);
  return (
    <Dialog
      opened
      onClose={invitation ? () => void saved() : onClose}
      title={t('declare.of', { name: name(association) })}
      size={560}
    >
      {invitation ? (
        <InvitationOnce invitation={invitation} onClose={() => void saved()} />
      ) : (
        <DeclareForm
          association={association}
          onCancel={onClose}
          onDeclared={(made) => {
            if (made) setInvitation(made);
            else void saved();
          }}
        />
      )}
    </Dialog>
  );
}

type DeclareFormProps = {
  association: Association;
  onCancel: () => void;
  onDeclared: (invitation: Invitation | null) => void;
};

function DeclareForm({ association, onCancel, onDeclared }: DeclareFormProps) {
  const { t } = useTranslation('associations');
  const word = useWord();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: declareAssociation,
    target: { params: { associationId: association.id } },
    initialValues: {
      declarationNumber: '' as QuantityValue,
      declaredOn: calendarDay(new Date()) as string | null,
      documentIds: [] as DocumentRef[],
      invites: true,
    },
    labels: {
      declarationNumber: t('form.declarationNumber'),
      declaredOn: t('form.declaredOn'),
      documentIds: t('declare.decree'),
    },
    toBody: ({ documentIds, ...values }) => ({ ...values, documentIds: documentIds.map(({ id }) => id) }),
    onDone: ({ invitation }) => onDeclared(invitation),
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <QuantityInput
          label={t('form.declarationNumber')}
          required
          data-autofocus
          {...form.getInputProps('declarationNumber')}
        />
        <DayInput label={t('form.declaredOn')} required {...form.getInputProps('declaredOn')} />
      </FormGrid>
      <DocumentsField
        label={t('declare.decree')}
        required
        upload={uploadTo(association.id, 'decision')}
        {...form.getInputProps('documentIds')}
      />
      <Checkbox
        label={t('declare.invites', { name: association.contactName })}
        description={association.contactEmail && <Code muted>{association.contactEmail}</Code>}
        {...form.getInputProps('invites', { type: 'checkbox' })}
      />
      <DecisionButtons
        label={word.command('association', 'declare')}
        isGrave={false}
        isSubmitting={isSubmitting}
        onCancel={onCancel}
      />
    </FormShell>
  );
}

function InvitationOnce({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation('associations');
  const { fullDateTime } = useFormat();
  return (
    <>
      <Notice kind="done" title={t('declare.done')}>
        {t('declare.once', { email: invitation.email, until: fullDateTime(invitation.expiresAt) })}
      </Notice>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        <CopyTextButton
          text={`${window.location.origin}/invitation#${invitation.token}`}
          of={t('declare.invitation')}
        />
      </DialogActions>
    </>
  );
}
