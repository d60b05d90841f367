import type { ItemUnit } from '@qafila/contract';
import { i18n } from '../i18n/i18n.ts';
import { usePreferences } from '../i18n/preferences.ts';
import { formatNumber, inDigits } from './digits.ts';

/** Isolates left-to-right text, so that its sign never changes sides inside Arabic. */
function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

function signed(value: number): string {
  return value < 0 ? leftToRight(formatNumber(value)) : formatNumber(value);
}

/** What is lighter is no tenth of a tonne. */
const LEAST_TONNES_KG = 50;

export const amounts = {
  number: (value: number, decimals?: number) => formatNumber(value, decimals),
  /** 3 قطع · 600 قطعة */
  quantity: (count: number, unit: ItemUnit) => i18n.t(`quantity.${unit}`, { count }),
  /** قطعة */
  unit: (unit: ItemUnit) => i18n.t(`unit.${unit}`),
  /** Kilograms as tonnes, the figure alone: 31.8 */
  tonnes: (kilograms: number) => formatNumber(kilograms / 1000, 1),
  /** 31.8 طن; what would be 0.0 tonnes and is not nothing in kilograms: 45 كغ */
  weight: (kilograms: number) =>
    kilograms > 0 && kilograms < LEAST_TONNES_KG
      ? i18n.t('measure.kilograms', { value: formatNumber(Math.max(1, Math.round(kilograms))) })
      : i18n.t('measure.tonnes', { value: formatNumber(kilograms / 1000, 1) }),
  /** 735.5 كغ */
  kilograms: (kilograms: number) =>
    i18n.t('measure.kilograms', { value: formatNumber(Math.round(kilograms * 10) / 10) }),
  /** Millilitres as cubic metres: 14.2 م³ */
  volume: (millilitres: number) =>
    i18n.t('measure.cubicMetres', { value: formatNumber(millilitres / 1_000_000, 1) }),
  /** 128 كم; under ten with one decimal, and under one in metres: 640 م */
  distance: (metres: number) =>
    Math.round(metres) < 1000
      ? i18n.t('measure.metres', { value: formatNumber(metres, 0) })
      : i18n.t('measure.kilometres', { value: formatNumber(metres / 1000, metres < 10_000 ? 1 : 0) }),
  /** Metres a second as kilometres an hour: 46 كم/سا */
  speed: (metresPerSecond: number) =>
    i18n.t('measure.kilometresPerHour', { value: formatNumber(metresPerSecond * 3.6, 0) }),
  /** A share of 1 as a whole percentage; never 0 % or 100 % for what is not quite that. */
  percent: (share: number) => {
    const rounded = Math.round(share * 100);
    const honest = share > 0 && rounded === 0 ? 1 : share < 1 && rounded === 100 ? 99 : rounded;
    const sign = usePreferences.getState().digits === 'latin' ? '%' : '٪';
    return leftToRight(`${formatNumber(honest, 0)}${sign}`);
  },
  /** 125,000 ل.س */
  pounds: (amountSyp: number) => i18n.t('measure.pounds', { value: signed(amountSyp) }),
  /** Digits inside other text, such as a list's ordinal. */
  digits: (text: string) => inDigits(text),
};
