import { type Digits, usePreferences } from '../i18n/preferences.ts';

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';

/** Shows Latin digits in the digits the reader chose. */
export function inDigits(text: string, digits: Digits = usePreferences.getState().digits): string {
  return digits === 'latin' ? text : text.replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? digit);
}

/** Grouped, with a fixed number of decimals. */
export function formatNumber(value: number, decimals?: number): string {
  const fixed =
    decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const { digits } = usePreferences.getState();
  const text = new Intl.NumberFormat('en-GB', fixed).format(value);
  return digits === 'latin' ? text : inDigits(text, digits).replaceAll(',', '٬').replaceAll('.', '٫');
}
