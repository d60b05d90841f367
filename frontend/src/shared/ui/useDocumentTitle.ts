import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser's tab: the page first, for tabs are narrow. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const app = t('app.name');
  useEffect(
    function nameTab() {
      document.title = title ? `${title} · ${app}` : app;
    },
    [title, app],
  );
}
