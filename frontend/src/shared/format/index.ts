export { parseInteger, toLatinDigits } from '@qafila/contract';
export { calendarDay, type Moment, ZONE } from './moments.ts';
export { currentFormat, type Format, useFormat } from './useFormat.ts';
