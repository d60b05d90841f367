import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState, Logo, useDocumentTitle } from '../../shared/ui/index.ts';
import { Follow } from './Follow.tsx';
import classes from './SharePage.module.css';
import { readAddress, type Theme } from './share-token.ts';
import { useSharedView } from './use-shared-view.ts';
import { Wall } from './Wall.tsx';

/** What a share link opens, without a session and without the shell. */
export function SharePage() {
  const [{ token, theme }] = useState(() => readAddress(window.location));
  const shared = useSharedView(token);
  useTheme(theme);
  if (shared.status === 'ended') return <Ended />;
  if (shared.status === 'waiting') {
    return (
      <main className={classes.alone}>
        {shared.error ? <ErrorState error={shared.error} /> : <LoadingState rows={8} height={48} />}
      </main>
    );
  }
  return shared.view.kind === 'wall' ? <Wall {...shared} /> : <Follow {...shared} />;
}

/** The link's theme, on this page alone: the reader's own choice elsewhere stays. */
function useTheme(theme: Theme): void {
  useEffect(
    function paint() {
      const { documentElement: root } = document;
      const before = root.getAttribute('data-mantine-color-scheme');
      root.setAttribute('data-mantine-color-scheme', theme);
      return () => root.setAttribute('data-mantine-color-scheme', before ?? 'light');
    },
    [theme],
  );
}

/** Calm and dark: nothing of what was shown stays on the screen. */
function Ended() {
  const { t } = useTranslation('wall');
  useDocumentTitle(t('ended.title'));
  return (
    <main className={classes.ended}>
      <Logo size={56} />
      <h1>{t('ended.title')}</h1>
      <p>{t('ended.text')}</p>
    </main>
  );
}
