import { useNow } from '../../shared/ui/index.ts';

const DAY_IN_DAMASCUS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Damascus',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day where the work is done, `YYYY-MM-DD`. */
export function useToday(): string {
  return DAY_IN_DAMASCUS.format(useNow());
}
