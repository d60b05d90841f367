import { Button, type ButtonProps, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from './Dialog.tsx';
import { ErrorNotice } from './ErrorState.tsx';

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  confirmLabel: string;
  /** Red: what cannot be taken back. */
  danger?: boolean;
  /** Asks for a reason: `optional` or `required`. */
  reason?: 'optional' | 'required';
  /** The dialog closes when it is done, and shows why when it was refused. */
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks before something happens; says why where it was refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title, children, confirmLabel, danger = false, reason, onConfirm } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => {
    setError(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm(text.trim());
      setText('');
      close();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={close} title={title} size={460}>
      {children && <div>{children}</div>}
      {reason && (
        <Textarea
          label={t('form.reason')}
          required={reason === 'required'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
        />
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button
          {...(danger && { color: 'red' })}
          loading={isBusy}
          disabled={reason === 'required' && text.trim() === ''}
          onClick={() => void confirm()}
        >
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type ConfirmButtonProps = Omit<ConfirmDialogProps, 'opened' | 'onClose' | 'children'> & {
  /** The button's own words. */
  label: ReactNode;
  /** What the dialog explains. */
  message?: ReactNode;
  button?: ButtonProps;
};

/** A button whose doing is asked about first. */
export function ConfirmButton({ label, message, button, ...dialog }: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog {...dialog} opened={isOpen} onClose={() => setOpen(false)}>
        {message}
      </ConfirmDialog>
    </>
  );
}
