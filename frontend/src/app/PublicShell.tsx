import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Logo } from '../shared/ui/index.ts';
import { DisplayOptions } from './DisplayOptions.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './PublicShell.module.css';
import { SkipLink } from './SkipLink.tsx';

const PAGES = [
  { key: 'directory', path: '/directory' },
  { key: 'apply', path: '/apply' },
  { key: 'status', path: '/apply/status' },
] as const;

/** The frame of the pages that are open to everybody. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [path] = useLocation();
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.header}>
        <Link href="/" className={classes.brand}>
          <Logo />
          <span>{t('app.name')}</span>
        </Link>
        <nav aria-label={t('nav.main')} className={classes.nav}>
          {PAGES.map((page) => (
            <Link key={page.key} href={page.path} aria-current={page.path === path ? 'page' : undefined}>
              {t(`public.${page.key}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.tools}>
          <DisplayOptions />
          <Link href="/" className={classes.signIn}>
            {t('public.signIn')}
          </Link>
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense>{children}</Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
