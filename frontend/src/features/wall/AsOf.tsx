import { LIMITS, type SharePrecision } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './AsOf.module.css';

/** Older than this it may no longer be so. */
const OLD_AFTER_MS = 30_000;

/** How far behind what was just read is: nothing that a coarse link tells is newer. */
const BEHIND_MS: Readonly<Record<SharePrecision, number>> = {
  exact: 0,
  coarse: LIMITS.coarseDelayMin * 60_000,
};

type AsOfProps = {
  /** What was shown could not be read again. */
  isStale: boolean;
  readAtMs: number;
  precision: SharePrecision;
};

/** Of when the screen is: green while it is the present, amber when it grows old, red and in words when cut off. */
export function AsOf({ isStale, readAtMs, precision }: AsOfProps) {
  const { t } = useTranslation('wall');
  const { timeWithSeconds } = useFormat();
  const { status, lastUpdateAt } = useConnection();
  const heardMs = isStale ? readAtMs : Math.max(readAtMs, lastUpdateAt?.getTime() ?? 0);
  const isCutOff = status !== 'live';
  const state = isCutOff ? 'cut' : Date.now() - heardMs > OLD_AFTER_MS ? 'old' : 'fresh';
  const time = timeWithSeconds(heardMs - BEHIND_MS[precision]);
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
