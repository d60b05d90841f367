import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { StageGlyph, useNow } from '../../shared/ui/index.ts';
import classes from './ExpiryTag.module.css';
import { expiryMark } from './shelves.ts';

/** Until when a lot keeps, with a mark where that is near or past. */
export function ExpiryTag({ expiresOn }: { expiresOn: string | null }) {
  const { t } = useTranslation('stock');
  const { fullDate } = useFormat();
  const mark = expiryMark(expiresOn, calendarDay(useNow()));
  if (expiresOn === null) return <span className={classes.none}>{t('noExpiry')}</span>;
  return (
    <span className={classes.tag} data-mark={mark}>
      {fullDate(expiresOn)}
      {(mark === 'expired' || mark === 'soon') && (
        <span className={classes.mark}>
          <StageGlyph glyph={mark === 'expired' ? 'incident' : 'delayed'} size={12} /> {t(mark)}
        </span>
      )}
    </span>
  );
}
