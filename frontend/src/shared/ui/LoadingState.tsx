import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './LoadingState.module.css';

/** The place of rows that are on their way. */
export function LoadingState({ rows = 4, height = 28 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  const bars = Array.from({ length: rows }, (_, index) => index);
  return (
    <div className={classes.loading} role="status">
      <span className="visually-hidden">{t('page.loading')}</span>
      {bars.map((bar) => (
        <Skeleton key={bar} height={height} width={`${100 - (bar % 3) * 12}%`} />
      ))}
    </div>
  );
}
