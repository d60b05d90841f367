import { useTranslation } from 'react-i18next';
import classes from './SkipLink.module.css';

/** For those who come by keyboard: past the frame, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a href="#main" className={classes.skip}>
      {t('shell.skip')}
    </a>
  );
}
