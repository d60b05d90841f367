import type { Alert } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, StageTag } from '../../shared/ui/index.ts';
import { AlertActions } from './AlertActions.tsx';
import { AlertGlyph } from './AlertGlyph.tsx';
import classes from './AlertsPage.module.css';
import { saidOf, severityOf } from './alert-view.ts';
import { useAlertText } from './useAlertText.ts';

type AlertRowProps = { id: string; alert: Alert; isCurrent: boolean; onFocus: () => void };

/** One alert with all that is known of it: what, whose, since when, and what people said to it. */
export function AlertRow({ id, alert, isCurrent, onFocus }: AlertRowProps) {
  const { t } = useTranslation('alerts');
  const { time } = useFormat();
  const textOf = useAlertText();
  return (
    <li
      id={id}
      className={classes.alert}
      data-severity={severityOf(alert)}
      data-waits={alert.status === 'raised' || undefined}
      data-current={isCurrent || undefined}
      onFocus={onFocus}
    >
      <span className={classes.glyph}>
        <AlertGlyph kind={alert.kind} size={20} />
      </span>
      <div>
        <div className={classes.line}>
          <strong>{textOf(saidOf(alert))}</strong>
          <Link href={`/c/${alert.campaignId}/map?convoy=${alert.convoy.id}`}>
            <Code>{alert.convoy.code}</Code>
          </Link>
        </div>
        <div className={classes.facts}>
          <span>
            {alert.endedAt
              ? t('span', { from: time(alert.beganAt), to: time(alert.endedAt) })
              : t('since', { time: time(alert.beganAt) })}
          </span>
          <span>{t(`alert.severity.${severityOf(alert)}`)}</span>
          <State alert={alert} />
        </div>
        {alert.said && <p className={classes.said}>{t('said', { words: alert.said })}</p>}
        <Answers alert={alert} />
      </div>
      <div className={classes.actions}>
        <AlertActions alert={alert} />
      </div>
    </li>
  );
}

/** What came late and was over by then was never raised: it is told, and asks nothing of anybody. */
function State({ alert: { raisedAt, status } }: { alert: Alert }) {
  const { t } = useTranslation('alerts');
  if (raisedAt === null) return <span>{t('neverRaised')}</span>;
  return <StageTag of="alert" state={status} framed={false} />;
}

function Answers({ alert: { acknowledged, cleared } }: { alert: Alert }) {
  const { t } = useTranslation('alerts');
  const { when } = useFormat();
  return (
    <>
      {acknowledged && (
        <p className={classes.said}>
          {t('acknowledgedBy', { name: acknowledged.byName, when: when(acknowledged.at) })}
          {acknowledged.note && <> · {acknowledged.note}</>}
        </p>
      )}
      {cleared?.byName && (
        <p className={classes.said}>
          {t('clearedBy', { name: cleared.byName, when: when(cleared.at) })}
          {cleared.note && <> · {cleared.note}</>}
        </p>
      )}
    </>
  );
}
