import type { Coverage } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, CoverageSwatch } from '../../shared/ui/index.ts';
import { surplusOf } from './coverage.ts';
import classes from './SumLine.module.css';

/** Coverage written out as the sum that it is: needed = delivered + aboard + on hand + pledged + gap. */
export function SumLine({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  const surplus = surplusOf(coverage);
  return (
    <div className={classes.sum}>
      <span className={classes.term}>
        <b>{number(coverage.needed)}</b>
        <small>{t('neededSum')}</small>
      </span>
      {COVERAGE_PARTS.map((part, index) => (
        <span key={part} className={classes.group}>
          <span className={classes.sign}>{index === 0 ? (surplus > 0 ? '<' : '=') : '+'}</span>
          <span className={classes.term}>
            <b>{number(coverage[part])}</b>
            <small>
              <CoverageSwatch part={part} /> {t(`coverage.${part}`)}
            </small>
          </span>
        </span>
      ))}
      {surplus > 0 && <span className={classes.surplus}>{t('surplus', { amount: number(surplus) })}</span>}
    </div>
  );
}
