import type { NoticeSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { StageGlyph } from '../../shared/ui/index.ts';
import classes from './Notices.module.css';

/** How it stands with acknowledging it, in one line. */
export function Standing({ notice }: { notice: NoticeSummary }) {
  const { t } = useTranslation('notices');
  const { number } = useFormat();
  const { withdrawn, progress, acknowledged } = notice;
  if (withdrawn) return <span className={classes.withdrawn}>{t('withdrawn')}</span>;
  if (progress && progress.reached > 1) {
    const { reached, acknowledged: count, alarms } = progress;
    return (
      <span className={classes.standing}>
        {alarms > 0 && (
          <span className={classes.alarm}>
            <StageGlyph glyph="incident" size={12} />
            {t('alarmCount', { count: alarms })}
          </span>
        )}
        {t('progress', { acknowledged: number(count), reached: number(reached) })}
        <progress className={classes.bar} max={reached} value={count} aria-hidden="true" />
      </span>
    );
  }
  if (acknowledged) {
    return (
      <span className={classes.standing}>
        <StageGlyph glyph="settled" size={12} />
        {t('acknowledgedBy', { name: isolated(acknowledged.byName) })}
      </span>
    );
  }
  // A reminder that goes by itself asks nobody for a word.
  if (notice.origin === 'system' && notice.priority === 'normal') return null;
  const isAlarm = (progress?.alarms ?? 0) > 0;
  return (
    <span className={isAlarm ? classes.alarm : classes.standing}>
      <StageGlyph glyph={isAlarm ? 'incident' : 'planned'} size={12} />
      {t(isAlarm ? 'overdue' : 'notAcknowledged')}
    </span>
  );
}
