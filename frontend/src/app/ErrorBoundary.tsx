import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shared/ui/index.ts';

/** A screen that breaks takes down itself and nothing around it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state: { readonly hasFailed: boolean } = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { hasFailed } = this.state;
    return hasFailed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <Notice
      kind="refused"
      role="alert"
      title={t('page.crashedTitle')}
      actions={
        <Button size="xs" onClick={() => window.location.reload()}>
          {t('page.reload')}
        </Button>
      }
    >
      {t('page.crashedText')}
    </Notice>
  );
}
