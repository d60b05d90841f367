import { Button } from '@mantine/core';
import { readServer } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { Code, Logo, useDocumentTitle } from '../../shared/ui/index.ts';
import classes from './EntryPage.module.css';
import { chooseLanguage } from './language.ts';

type EntryPageProps = { title: string; children: ReactNode; aside?: ReactNode };

/** The frame of the pages before the sign-in: the name of the house, the language, the version. */
export function EntryPage({ title, children, aside }: EntryPageProps) {
  const { t } = useTranslation('session');
  const language = usePreferences((preferences) => preferences.language);
  const other = language === 'ar' ? 'en' : 'ar';
  const server = useApiQuery(readServer, {}, { staleMs: Number.POSITIVE_INFINITY });
  useDocumentTitle(title);
  return (
    <main className={classes.page} data-alone={aside ? undefined : true}>
      <section className={classes.card}>
        <div className={classes.brand}>
          <Logo size={40} />
          <div>
            <strong>{t('app.name')}</strong>
            <span>{t('app.tagline')}</span>
          </div>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {children}
        <footer className={classes.foot}>
          <Button variant="subtle" size="compact-sm" lang={other} onClick={() => chooseLanguage(other)}>
            {t('shell.otherLanguage')}
          </Button>
          {server.data && (
            <span>
              {t('version')} <Code muted>{server.data.version}</Code>
            </span>
          )}
        </footer>
      </section>
      {aside}
    </main>
  );
}
