import { Button, Textarea } from '@mantine/core';
import type { Alert } from '@qafila/contract';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { Dialog, DialogActions, ErrorNotice, FormShell, notifyDone } from '../../shared/ui/index.ts';
import { saidOf } from './alert-view.ts';
import { useMoveAlert } from './use-alerts.ts';
import { useAlertText } from './useAlertText.ts';

type NoteDialogProps = { alert: Alert; command: 'acknowledge' | 'clear'; onClose: () => void };

/** One tap says who has seen it; a note says what is being done about it. */
export function NoteDialog({ alert, command, onClose }: NoteDialogProps) {
  const { t } = useTranslation('alerts');
  const word = useWord();
  const textOf = useAlertText();
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>();
  const { move, isPending } = useMoveAlert(alert);
  useFocusOnNext();
  const send = async () => {
    try {
      await move(command, note.trim());
      notifyDone(t(command === 'clear' ? 'done.clear' : 'done.acknowledge'));
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog opened onClose={onClose} title={textOf(saidOf(alert))} size={460}>
      <FormShell onSubmit={submit}>
        <Textarea
          label={t('note')}
          description={t(command === 'clear' ? 'noteClear' : 'noteAcknowledge')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {word.command('alert', command)}
          </Button>
        </DialogActions>
      </FormShell>
    </Dialog>
  );
}

/** The button that opened it is gone with what it was for: the keyboard goes on with the next alert. */
function useFocusOnNext(): void {
  useEffect(function goOn() {
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const next =
          document.querySelector<HTMLElement>('[data-acknowledge]') ?? document.getElementById('main');
        next?.focus({ preventScroll: true });
      });
    };
  }, []);
}
