export { parseInteger, toLatinDigits } from './digits.ts';
export { calendarDay, type Moment, ZONE } from './moments.ts';
export { currentFormat, type Format, useFormat } from './useFormat.ts';
