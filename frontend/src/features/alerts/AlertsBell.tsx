import type { AlertSeverity } from '@qafila/contract';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { BellLink } from '../../shared/ui/index.ts';
import { severityOf, waiting } from './alert-view.ts';
import { SeverityShape } from './SeverityShape.tsx';
import { useOpenAlerts } from './use-alerts.ts';
import { useAlertToasts } from './useAlertToasts.tsx';

const TONES = { critical: 'danger', warning: 'warn', notice: 'quiet' } as const satisfies Record<
  AlertSeverity,
  string
>;

/** How many alerts wait for a person and how grave the gravest is; new ones are told as they come. */
export function AlertsBell({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('alerts');
  const { number } = useFormat();
  const [path] = useLocation();
  const { data } = useOpenAlerts(campaignId);
  useAlertToasts(campaignId, data?.items);
  const open = waiting(data?.items ?? []);
  const severity = open[0] ? severityOf(open[0]) : 'notice';
  const href = `/c/${campaignId}/alerts`;
  return (
    <BellLink
      href={href}
      isCurrent={path === href}
      icon={<IconBell size={20} stroke={1.7} aria-hidden="true" />}
      title={t('title')}
      label={t('bell', { number: number(open.length) })}
      count={open.length}
      tone={TONES[severity]}
      mark={<SeverityShape severity={severity} />}
    />
  );
}
