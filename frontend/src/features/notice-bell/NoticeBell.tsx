import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import classes from './NoticeBell.module.css';
import { useArrivals } from './use-arrivals.ts';
import { useNoticeBadge } from './use-badge.ts';

const SHAPE = 'M5 .5 10 9.5H0Z';

/** On every screen: how many notices are unread, and whether an urgent one waits; new ones are told as they come. */
export function NoticeBell() {
  const { t } = useTranslation('notice-bell');
  const { number } = useFormat();
  const [path] = useLocation();
  const badge = useNoticeBadge();
  useArrivals(badge);
  if (!badge) return null;
  const pressing = badge.urgent + badge.alarms;
  const count = pressing || badge.unread;
  const said = [
    t('unread', { number: number(badge.unread) }),
    ...(pressing > 0 ? [t('urgent', { number: number(pressing) })] : []),
  ];
  return (
    <Link
      href="/notices"
      className={classes.bell ?? ''}
      aria-current={path.startsWith('/notices') ? 'page' : undefined}
      aria-label={said.join(' · ')}
      title={t('title')}
    >
      <IconMail size={20} stroke={1.7} aria-hidden="true" />
      {count > 0 && (
        <span className={classes.count} data-urgent={pressing > 0 || undefined}>
          {pressing > 0 && (
            <svg viewBox="0 0 10 10" width={8} height={8} fill="currentColor" aria-hidden="true">
              <path d={SHAPE} />
            </svg>
          )}
          {number(count)}
        </span>
      )}
    </Link>
  );
}
