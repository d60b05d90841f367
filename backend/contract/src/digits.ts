/** Reads ٠–٩ and ۰–۹ as the Latin digits they stand for. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
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
