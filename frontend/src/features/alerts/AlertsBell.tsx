import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import classes from './AlertsBell.module.css';
import { severityOf, waiting } from './alert-view.ts';
import { SeverityShape } from './SeverityShape.tsx';
import { useOpenAlerts } from './use-alerts.ts';
import { useAlertToasts } from './useAlertToasts.tsx';

/** On every screen: how many alerts wait for a person and how grave the gravest is; new ones are told as they come. */
export function AlertsBell({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('alerts');
  const { number } = useFormat();
  const [path] = useLocation();
  const { data } = useOpenAlerts(campaignId);
  useAlertToasts(campaignId, data?.items);
  const open = waiting(data?.items ?? []);
  const [gravest] = open;
  const href = `/c/${campaignId}/alerts`;
  return (
    <Link
      href={href}
      className={classes.bell ?? ''}
      aria-current={path === href ? 'page' : undefined}
      aria-label={t('bell', { number: number(open.length) })}
      title={t('title')}
    >
      <IconBell size={20} stroke={1.7} aria-hidden="true" />
      {gravest && (
        <span className={classes.count} data-severity={severityOf(gravest)}>
          <SeverityShape severity={severityOf(gravest)} />
          {number(open.length)}
        </span>
      )}
    </Link>
  );
}
