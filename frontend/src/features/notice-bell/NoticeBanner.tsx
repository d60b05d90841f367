import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StageGlyph } from '../../shared/ui/index.ts';
import classes from './NoticeBanner.module.css';
import { useNoticeBadge } from './use-badge.ts';

/** Over every page of officials while recipients let an urgent notice lie. */
export function NoticeBanner() {
  const { t } = useTranslation('notice-bell');
  const badge = useNoticeBadge();
  if (!badge || badge.alarms === 0) return null;
  return (
    <div className={classes.banner}>
      <strong>
        <StageGlyph glyph="incident" size={16} />
        {t('alarms', { count: badge.alarms })}
      </strong>
      <Link href="/notices?box=alarms">{t('whoToCall')}</Link>
    </div>
  );
}
