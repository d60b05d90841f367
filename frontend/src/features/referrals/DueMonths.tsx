import type { ReferralDue } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type Glyph, Panel, StageGlyph } from '../../shared/ui/index.ts';
import classes from './DueMonths.module.css';

const GLYPHS: Readonly<Record<ReferralDue['status'], Glyph>> = {
  given: 'settled',
  due: 'planned',
  missed: 'incident',
};

/** The months of monthly aid in the order of time: given, due, missed. */
export function DueMonths({ dues }: { dues: readonly ReferralDue[] }) {
  const { t } = useTranslation('referrals');
  const { month: monthName, number } = useFormat();
  const inOrder = [...dues].sort((one, other) => one.month.localeCompare(other.month));
  const given = inOrder.filter(({ status }) => status === 'given').length;
  return (
    <Panel
      title={t('months.title')}
      note={t('months.note', { given: number(given), all: number(inOrder.length) })}
    >
      <ol className={classes.months}>
        {inOrder.map(({ month, status }) => (
          <li key={month} data-status={status}>
            <span>{monthName(month)}</span>
            <b>
              <StageGlyph glyph={GLYPHS[status]} size={12} /> {t(`dueStatus.${status}`)}
            </b>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
