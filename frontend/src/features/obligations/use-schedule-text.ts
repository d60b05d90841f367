import { dayIn, type ObligationSchedule } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';

/** A leap year other than this one, so that 29 February is a day and no year is said. */
const ANY_YEAR = 2024;

/** When it falls due, in words. */
export function useScheduleText(): (schedule: ObligationSchedule) => string {
  const { t } = useTranslation('obligations');
  const { date } = useFormat();
  return (schedule) => {
    switch (schedule.kind) {
      case 'yearly': {
        const day = dayIn(ANY_YEAR, schedule.month, schedule.day);
        return t('schedule.yearly', { day: date(day, new Date(day)) });
      }
      case 'after_fiscal_year':
        return t('schedule.after_fiscal_year', { count: schedule.months });
      case 'licence':
        return t('schedule.licence', { count: schedule.years });
      case 'once':
        return t('schedule.once', { count: schedule.months });
      case 'board_term':
        return t('schedule.board_term');
    }
  };
}
