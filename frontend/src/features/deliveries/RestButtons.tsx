import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './CountTable.module.css';
import { type Count, checkOf, withRest } from './count.ts';

type RestButtonsProps = { units: number; count: Count; onChange: (count: Count) => void; size?: 'xs' | 'md' };

/** What is not accounted for, called damaged or missing by one touch. */
export function RestButtons({ units, count, onChange, size = 'xs' }: RestButtonsProps) {
  const { t } = useTranslation('deliveries');
  const { number } = useFormat();
  const check = checkOf(units, count);
  if (check.kind !== 'short') return null;
  const by = number(check.by);
  return (
    <div className={classes.rest}>
      <Button variant="default" size={size} onClick={() => onChange(withRest(units, count, 'damaged'))}>
        {t('count.restDamaged', { by })}
      </Button>
      <Button variant="default" size={size} onClick={() => onChange(withRest(units, count, 'missing'))}>
        {t('count.restMissing', { by })}
      </Button>
    </div>
  );
}
