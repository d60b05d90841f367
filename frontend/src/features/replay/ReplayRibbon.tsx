import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './ReplayBar.module.css';
import { useIsReplaying, useReplay } from './replay.store.ts';

const MIN_MS = 60_000;

/** Over the map while it shows the past, so that nobody takes it for the present. */
export function ReplayRibbon() {
  const { t } = useTranslation('replay');
  const { dateTime } = useFormat();
  const isReplaying = useIsReplaying();
  const minute = useReplay(({ atMs }) => Math.floor((atMs ?? 0) / MIN_MS));
  if (!isReplaying) return null;
  return (
    <div className={classes.ribbon}>
      <p>{t('ribbon', { when: dateTime(minute * MIN_MS) })}</p>
    </div>
  );
}
