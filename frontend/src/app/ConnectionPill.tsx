import { useTranslation } from 'react-i18next';
import { useConnection } from '../shared/api/index.ts';
import { useFormat } from '../shared/format/index.ts';
import classes from './ConnectionPill.module.css';

/** Whether the screens show the present, and if not, of when they are. */
export function ConnectionPill() {
  const { t } = useTranslation();
  const { time } = useFormat();
  const { status, lastUpdateAt } = useConnection();
  return (
    <span className={classes.pill} data-status={status}>
      <span className={classes.dot} aria-hidden="true" />
      <span role="status">{t(`connection.${status}`)}</span>
      <span className={classes.time}>
        {lastUpdateAt ? t('connection.updated', { time: time(lastUpdateAt) }) : t('connection.never')}
      </span>
    </span>
  );
}
