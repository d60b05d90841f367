import type { ReferralDue } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { type Glyph, Panel, StageGlyph, useNow } from '../../shared/ui/index.ts';
import classes from './DueMonths.module.css';

/** What is owed for a month that has not begun yet is only on its way. */
type MonthState = ReferralDue['status'] | 'coming';

const GLYPHS: Readonly<Record<MonthState, Glyph>> = {
  given: 'settled',
  due: 'delayed',
  missed: 'incident',
  coming: 'planned',
};

/** The months of monthly aid in the order of time: given, due, missed, or still to come. */
export function DueMonths({ dues }: { dues: readonly ReferralDue[] }) {
  const { t } = useTranslation('referrals');
  const { month: monthName, number } = useFormat();
  const present = calendarDay(useNow()).slice(0, 7);
  const inOrder = [...dues].sort((one, other) => one.month.localeCompare(other.month));
  const owed = inOrder.filter(({ month, status }) => status !== 'due' || month <= present);
  const given = owed.filter(({ status }) => status === 'given').length;
  return (
    <Panel
      title={t('months.title')}
      note={t('months.note', { given: number(given), all: number(owed.length) })}
    >
      <ol className={classes.months}>
        {inOrder.map(({ month, status }) => {
          const state = status === 'due' && month > present ? 'coming' : status;
          return (
            <li key={month} data-state={state}>
              <span>{monthName(month)}</span>
              <b>
                <StageGlyph glyph={GLYPHS[state]} size={12} /> {t(`dueStatus.${state}`)}
              </b>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
