import '@mantine/dates/styles.layer.css';
import {
  DatePickerInput,
  type DatePickerInputProps,
  DateTimePicker,
  type DateTimePickerProps,
} from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import { usePreferences } from '../i18n/preferences.ts';
import { CALENDAR, fromWallClock, monthLabel, toWallClock } from './dates.ts';

function useCalendar() {
  const { t } = useTranslation();
  const language = usePreferences((preferences) => preferences.language);
  const { digits } = useFormat();
  const locale = language === 'ar' ? 'ar-sy' : 'en';
  const yearOf = (date: string) => digits(date.slice(0, 4));
  return {
    ...CALENDAR,
    locale,
    placeholder: t('form.pickDate'),
    renderDay: (date: string) => digits(String(Number(date.slice(8, 10)))),
    monthLabelFormat: (date: string) => digits(monthLabel(date, locale)),
    yearLabelFormat: yearOf,
    yearsListFormat: yearOf,
    decadeLabelFormat: (first: string, last: string) => `${yearOf(first)} – ${yearOf(last)}`,
    ariaLabels: { previousMonth: t('form.previousMonth'), nextMonth: t('form.nextMonth') },
  };
}

type DateTimeInputProps = Omit<DateTimePickerProps, 'ref' | 'value' | 'onChange' | 'valueFormat' | 'type'> & {
  /** An instant, ISO 8601 UTC. */
  value?: string | null | undefined;
  onChange: (instant: string | null) => void;
};

/** A moment as clocks in Damascus show it, kept as an instant. */
export function DateTimeInput({ value, onChange, ...input }: DateTimeInputProps) {
  const { t } = useTranslation();
  const { fullDateTime } = useFormat();
  const calendar = useCalendar();
  return (
    <DateTimePicker
      {...calendar}
      {...input}
      value={value ? toWallClock(value) : null}
      onChange={(wallClock) => onChange(wallClock ? fromWallClock(wallClock) : null)}
      valueFormat={(wallClock) => fullDateTime(fromWallClock(wallClock))}
      timePickerProps={{ 'aria-label': t('form.time') }}
      submitButtonProps={{ 'aria-label': t('action.confirm') }}
    />
  );
}

type DayInputProps = Omit<DatePickerInputProps, 'ref' | 'value' | 'onChange' | 'valueFormatter' | 'type'> & {
  /** A day, YYYY-MM-DD. */
  value?: string | null | undefined;
  onChange: (day: string | null) => void;
};

/** A calendar day without a time. */
export function DayInput({ value, onChange, ...input }: DayInputProps) {
  const { t } = useTranslation();
  const { fullDate } = useFormat();
  const calendar = useCalendar();
  return (
    <DatePickerInput
      {...calendar}
      placeholder={t('form.pickDay')}
      {...input}
      value={value ?? null}
      onChange={onChange}
      valueFormatter={({ date }) => (typeof date === 'string' ? fullDate(date) : '')}
    />
  );
}
