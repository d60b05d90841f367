import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import classes from './BarList.module.css';

export type Bar = {
  readonly key: string;
  /** A word, or a link to what the bar counts. */
  readonly label: ReactNode;
  readonly value: number;
  /** Muted words after the figure: a share, a unit. */
  readonly note?: ReactNode;
};

type BarListProps = {
  /** What is counted, for those who hear it. */
  caption: string;
  bars: readonly Bar[];
  format?: (value: number) => string;
  /** Heads for those who hear the table. */
  labelHead?: string;
  valueHead?: string;
};

/** Figures beside bars of their size, the largest as long as there is room: a chart that is a table. */
export function BarList({ caption, bars, format, labelHead, valueHead }: BarListProps) {
  const { t } = useTranslation('records');
  const { number } = useFormat();
  const say = format ?? ((value: number) => number(value));
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <table className={classes.bars}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{labelHead ?? t('label')}</th>
          <th scope="col">{valueHead ?? t('value')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value, note }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <span className={classes.figure}>
                <span className={classes.measure}>
                  <span
                    className={classes.bar}
                    style={{ inlineSize: most > 0 ? `${(value / most) * 100}%` : 0 }}
                    data-empty={value === 0 || undefined}
                  />
                </span>
                <b>{say(value)}</b>
                {note && <small>{note}</small>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
