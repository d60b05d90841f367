import { useTranslation } from 'react-i18next';
import { useConnection } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './AsOf.module.css';

/** Older than this it may no longer be so. */
const OLD_AFTER_MS = 30_000;

type AsOfProps = {
  /** What was shown could not be read again. */
  isStale: boolean;
  readAtMs: number;
};

/** Of when the screen is: green while it is the present, amber when it grows old, red and in words when cut off. */
export function AsOf({ isStale, readAtMs }: AsOfProps) {
  const { t } = useTranslation('wall');
  const { timeWithSeconds } = useFormat();
  const { status, lastUpdateAt } = useConnection();
  const heardMs = isStale ? readAtMs : Math.max(readAtMs, lastUpdateAt?.getTime() ?? 0);
  const isCutOff = status !== 'live';
  const state = isCutOff ? 'cut' : Date.now() - heardMs > OLD_AFTER_MS ? 'old' : 'fresh';
  const time = timeWithSeconds(heardMs);
  return (
    <span className={classes.asOf} data-state={state} role="status">
      <span className={classes.dot} aria-hidden="true" />
      {isCutOff && <b>{t('cutOff')}</b>}
      <span>
        {t('asOf')} <bdi>{time}</bdi>
      </span>
    </span>
  );
}
