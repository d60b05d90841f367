import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FormGrid.module.css';
import { KeyHint } from './KeyHint.tsx';

type FormShellProps = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
  label?: string;
};

/** A form that Ctrl+Enter sends from any field; faults are said by us, in the reader's language. */
export function FormShell({ onSubmit, children, label }: FormShellProps) {
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} onKeyDown={sendByKey} noValidate aria-label={label}>
      {children}
    </form>
  );
}

/** Fields side by side where there is room; `<WholeRow>` spans them all. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}

export function WholeRow({ children }: { children: ReactNode }) {
  return <div className={classes.whole}>{children}</div>;
}

/** The buttons under a form, the main one first, with the key that sends it. */
export function FormActions({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.actions}>
      {children}
      <span className={classes.hint}>
        <KeyHint keys={['Ctrl', 'Enter']}>{t('form.toSave')}</KeyHint>
      </span>
    </div>
  );
}
