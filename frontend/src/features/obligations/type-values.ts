import type { ObligationType, Recurrence } from '@qafila/contract';
import type { QuantityValue } from '../../shared/ui/index.ts';

/** A rule as it is typed: what its recurrence does not need waits, in case it is chosen again. */
export type TypeValues = Omit<ObligationType, 'id' | 'version' | 'schedule' | 'graceDays'> & {
  graceDays: QuantityValue;
  schedule: {
    kind: Recurrence;
    month: string;
    day: QuantityValue;
    months: QuantityValue;
    years: QuantityValue;
  };
};

const SCHEDULE = { month: '1', day: 31, months: 3, years: 5 } as const;

export const NEW_TYPE: TypeValues = {
  key: '',
  nameAr: '',
  nameEn: '',
  schedule: { ...SCHEDULE, kind: 'yearly' },
  graceDays: 15,
  documentsAr: '',
  documentsEn: '',
  blocksPledges: false,
  isActive: true,
};

export function toValues({ id: _id, version: _version, schedule, ...type }: ObligationType): TypeValues {
  const typed = schedule.kind === 'yearly' ? { ...schedule, month: String(schedule.month) } : schedule;
  return { ...type, schedule: { ...SCHEDULE, ...typed } };
}

export function toBody({ schedule, ...type }: TypeValues) {
  return { ...type, schedule: toSchedule(schedule) };
}

function toSchedule({ kind, month, day, months, years }: TypeValues['schedule']) {
  switch (kind) {
    case 'yearly':
      return { kind, month: Number(month), day };
    case 'licence':
      return { kind, years };
    case 'board_term':
      return { kind };
    default:
      return { kind, months };
  }
}
