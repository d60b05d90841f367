import { ActionIcon } from '@mantine/core';
import {
  addDays,
  monthOf,
  type ObligationDay,
  readObligationMonth,
  shiftMonth,
  weekOf,
} from '@qafila/contract';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { QueryView, StageGlyph, useNow, useUrlState } from '../../shared/ui/index.ts';
import classes from './MonthView.module.css';
import { STANDING_GLYPHS } from './StandingTag.tsx';
import type { Filtering } from './use-filters.ts';

/** A month with what falls due on each of its days; a day leads to its list. */
export function MonthView({ filters }: { filters: Filtering }) {
  const { t } = useTranslation('obligations');
  const { month: say } = useFormat();
  const today = calendarDay(useNow());
  const isRtl = usePreferences((preferences) => preferences.language) === 'ar';
  const [month, setMonth] = useUrlState('month', today.slice(0, 7));
  const query = useApiQuery(readObligationMonth, { params: { month }, query: filters.scope });
  const [Back, On] = isRtl ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight];
  return (
    <>
      <div className={classes.head}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('form.previousMonth')}
          onClick={() => setMonth(shiftMonth(month, -1))}
        >
          <Back size={18} />
        </ActionIcon>
        <h3 aria-live="polite">{say(month)}</h3>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('form.nextMonth')}
          onClick={() => setMonth(shiftMonth(month, 1))}
        >
          <On size={18} />
        </ActionIcon>
      </div>
      <QueryView query={query}>
        {(days) => <MonthGrid month={month} days={days} today={today} filters={filters} />}
      </QueryView>
    </>
  );
}

type MonthGridProps = {
  month: string;
  days: readonly ObligationDay[];
  today: string;
  filters: Filtering;
};

function MonthGrid({ month, days, today, filters }: MonthGridProps) {
  const { t } = useTranslation('obligations');
  const { weekday } = useWeekdays();
  const { from, to } = monthOf(month);
  const shown = daysBetween(weekOf(from).from, weekOf(to).to);
  const byDay = new Map(days.map((it) => [it.day, it]));
  return (
    <>
      <div className={classes.weekdays} aria-hidden="true">
        {shown.slice(0, 7).map((day) => (
          <span key={day}>{weekday(day)}</span>
        ))}
      </div>
      <ol className={classes.grid} aria-label={t('view.month')}>
        {shown.map((day, index) => (
          <li
            key={day}
            className={classes.day}
            data-weekend={index % 7 === 0 || index % 7 === 6 || undefined}
            data-today={day === today || undefined}
          >
            {day >= from && day <= to && <Day day={day} counts={byDay.get(day)} filters={filters} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Saturday and Friday are at the two ends of a week: both are the weekend. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function useWeekdays() {
  const language = usePreferences((preferences) => preferences.language);
  const format = new Intl.DateTimeFormat(language === 'ar' ? 'ar-SY' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return { weekday: (day: string) => format.format(new Date(day)) };
}

type DayProps = { day: string; counts: ObligationDay | undefined; filters: Filtering };

const PARTS = [
  ['overdue', 'overdue'],
  ['open', 'soon'],
  ['inReview', 'in_review'],
  ['settled', 'settled'],
] as const;

function Day({ day, counts, filters }: DayProps) {
  const { t } = useTranslation('obligations');
  const { digits, number } = useFormat();
  const { typeId, governorateCode, associationId } = filters.scope;
  const search = new URLSearchParams({
    from: day,
    to: day,
    ...(typeId && { type: typeId }),
    ...(governorateCode && { governorate: governorateCode }),
    ...(associationId && { association: associationId }),
  });
  return (
    <>
      <span>{digits(String(Number(day.slice(8))))}</span>
      {counts && (
        <Link href={`/obligations?${search}`}>
          {PARTS.filter(([part]) => counts[part] > 0).map(([part, standing]) => (
            <span key={part} className={classes.part} data-standing={standing}>
              <StageGlyph glyph={STANDING_GLYPHS[standing]} size={11} />
              {number(counts[part])} <i>{t(`part.${part}`)}</i>
            </span>
          ))}
        </Link>
      )}
    </>
  );
}
