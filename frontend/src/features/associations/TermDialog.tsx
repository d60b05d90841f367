import { Select, TextInput } from '@mantine/core';
import { addBoardMember, type BoardMember, BoardPosition, updateBoardMember } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { type ApiForm, useApiForm } from '../../shared/forms/index.ts';
import {
  DayInput,
  Dialog,
  FieldErrors,
  FormGrid,
  FormShell,
  SaveButtons,
  WholeRow,
} from '../../shared/ui/index.ts';
import { useSaved } from './use-saved.ts';

type TermDialogProps = {
  associationId: string;
  /** The term to correct; a new one when undefined. */
  term: BoardMember | undefined;
  onClose: () => void;
};

/** A person’s term in a position of the board. */
export function TermDialog({ term, ...props }: TermDialogProps) {
  const { t } = useTranslation('associations');
  return (
    <Dialog opened onClose={props.onClose} title={t(term ? 'board.edit' : 'board.add')} size={560}>
      {term ? <EditTerm term={term} {...props} /> : <NewTerm {...props} />}
    </Dialog>
  );
}

type TermValues = { name: string; position: string | null; startsOn: string | null; endsOn: string | null };

const NO_TERM: TermValues = { name: '', position: 'member', startsOn: null, endsOn: null };

function useTermLabels() {
  const { t } = useTranslation('associations');
  return {
    name: t('board.name'),
    position: t('board.position'),
    startsOn: t('board.startsOn'),
    endsOn: t('board.endsOn'),
  };
}

function NewTerm({ associationId, onClose }: Omit<TermDialogProps, 'term'>) {
  const api = useApiForm({
    endpoint: addBoardMember,
    target: { params: { associationId } },
    initialValues: NO_TERM,
    labels: useTermLabels(),
    onDone: useSaved(onClose),
  });
  return <TermForm {...api} onCancel={onClose} />;
}

function EditTerm({ associationId, term, onClose }: TermDialogProps & { term: BoardMember }) {
  const { id, version, name, position, startsOn, endsOn } = term;
  const api = useApiForm({
    endpoint: updateBoardMember,
    target: { params: { associationId, boardMemberId: id } },
    ifMatch: version,
    initialValues: { name, position, startsOn, endsOn } as TermValues,
    labels: useTermLabels(),
    onDone: useSaved(onClose),
  });
  return <TermForm {...api} onCancel={onClose} />;
}

type TermFormProps = Pick<ApiForm<TermValues>, 'form' | 'submit' | 'isSubmitting' | 'failure'> & {
  onCancel: () => void;
};

function TermForm({ form, submit, isSubmitting, failure, onCancel }: TermFormProps) {
  const { t } = useTranslation('associations');
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <WholeRow>
          <TextInput label={t('board.name')} required data-autofocus {...form.getInputProps('name')} />
        </WholeRow>
        <Select
          label={t('board.position')}
          required
          allowDeselect={false}
          data={BoardPosition.options.map((value) => ({ value, label: t(`position.${value}`) }))}
          {...form.getInputProps('position')}
        />
        <DayInput label={t('board.startsOn')} required {...form.getInputProps('startsOn')} />
        <DayInput label={t('board.endsOn')} required {...form.getInputProps('endsOn')} />
      </FormGrid>
      <SaveButtons label={t('action.save')} isSubmitting={isSubmitting} onCancel={onCancel} />
    </FormShell>
  );
}
