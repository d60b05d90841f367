import { useTranslation } from 'react-i18next';
import { StageGlyph } from '../../shared/ui/index.ts';
import classes from './Notices.module.css';

/** Urgent, by shape, colour and word. */
export function UrgentMark() {
  const { t } = useTranslation('notices');
  return (
    <span className={classes.urgent}>
      <StageGlyph glyph="incident" size={14} />
      {t('priority.urgent')}
    </span>
  );
}
