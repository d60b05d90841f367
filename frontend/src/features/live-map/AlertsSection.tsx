import type { Alert } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ConvoyAlerts, waiting } from '../alerts/index.ts';
import classes from './AlertsSection.module.css';
import { Section } from './Section.tsx';

/** What waits for a person first; what was acknowledged and still goes on is folded below. */
export function AlertsSection({ alerts }: { alerts: readonly Alert[] }) {
  const { t } = useTranslation('alerts');
  const { number } = useFormat();
  const open = waiting(alerts);
  const answered = alerts.filter(({ status }) => status === 'acknowledged');
  return (
    <>
      {open.length > 0 && (
        <Section title={t('toAcknowledge')} note={number(open.length)}>
          <ConvoyAlerts alerts={open} />
        </Section>
      )}
      {answered.length > 0 && (
        <details className={classes.answered}>
          <summary>
            {t('acknowledgedOnes')} <b>{number(answered.length)}</b>
          </summary>
          <ConvoyAlerts alerts={answered} />
        </details>
      )}
    </>
  );
}
