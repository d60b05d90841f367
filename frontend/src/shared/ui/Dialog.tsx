import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

type DialogProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Width in pixels on a desktop; a sheet from below on a phone. */
  size?: number;
};

/** One thing to decide or fill in, over the page. Its last child is usually `<DialogActions>`. */
export function Dialog({ opened, onClose, title, children, size = 520 }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered>
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content classNames={{ content: classes.content ?? '', inner: classes.inner ?? '' }}>
        <Modal.Header component="div" className={classes.header}>
          <Modal.Title component="h2" className={classes.title}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('action.close')} size={44} />
        </Modal.Header>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A dialog that is taken away rather than closed gives the focus back to what opened it, as closing does. */
function useFocusBack(opened: boolean): void {
  const [opener] = useState(() => (opened ? document.activeElement : null));
  useEffect(
    function giveBack() {
      return () => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      };
    },
    [opener],
  );
}

/** The buttons of a dialog, the main one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
