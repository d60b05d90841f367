/** What spreadsheet programs take for the beginning of a formula. */
const FORMULA_BEGINS = /^[=+\-@\t\r]/;
const NEUTRALISED = /^'(?=[=+\-@\t\r])/;

/** Text that no spreadsheet program will compute: what would begin a formula gets an apostrophe before it. */
export function neutralised(text: string): string {
  return FORMULA_BEGINS.test(text) ? `'${text}` : text;
}

/** The text as it was before it was neutralised. */
export function asItWas(text: string): string {
  return text.replace(NEUTRALISED, '');
}
