import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { BellLink } from '../../shared/ui/index.ts';
import { useArrivals } from './use-arrivals.ts';
import { useNoticeBadge } from './use-badge.ts';

const SHAPE = 'M5 .5 10 9.5H0Z';

/** How many notices are unread, and whether an urgent one waits; new ones are told as they come. */
export function NoticeBell() {
  const { t } = useTranslation('notice-bell');
  const { number } = useFormat();
  const [path] = useLocation();
  const badge = useNoticeBadge();
  useArrivals(badge);
  if (!badge) return null;
  const pressing = badge.urgent + badge.alarms;
  const said = [
    t('unread', { number: number(badge.unread) }),
    ...(pressing > 0 ? [t('urgent', { number: number(pressing) })] : []),
  ];
  return (
    <BellLink
      href="/notices"
      isCurrent={path.startsWith('/notices')}
      icon={<IconMail size={20} stroke={1.7} aria-hidden="true" />}
      title={t('title')}
      label={said.join(' · ')}
      count={pressing || badge.unread}
      tone={pressing > 0 ? 'danger' : 'accent'}
      {...(pressing > 0 && { mark: <Mark /> })}
    />
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 10 10" width={8} height={8} fill="currentColor" aria-hidden="true">
      <path d={SHAPE} />
    </svg>
  );
}
