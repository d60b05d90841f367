import { type Digits, usePreferences } from '../i18n/preferences.ts';

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';

/** Shows Latin digits in the digits the reader chose. */
export function inDigits(text: string, digits: Digits = usePreferences.getState().digits): string {
  return digits === 'latin' ? text : text.replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? digit);
}

/** Reads ٠–٩ and ۰–۹ as the Latin digits they stand for. */
export function toLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/**
 * A whole number as people type it: any of the three kinds of digits, grouped or not (1,200 · ١٬٢٠٠).
 * Undefined when it is anything else, a fraction among it.
 */
export function parseInteger(text: string): number | undefined {
  const latin = toLatinDigits(text).trim();
  if (!/^-?(\d+|\d{1,3}([,٬\u00a0 ]\d{3})+)$/.test(latin)) return undefined;
  const value = Number(latin.replace(/[,٬\u00a0 ]/g, ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Grouped, with a fixed number of decimals. */
export function formatNumber(value: number, decimals?: number): string {
  const fixed =
    decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const { digits } = usePreferences.getState();
  const text = new Intl.NumberFormat('en-GB', fixed).format(value);
  return digits === 'latin' ? text : inDigits(text, digits).replaceAll(',', '٬').replaceAll('.', '٫');
}
