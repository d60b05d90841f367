/** What spreadsheet programs take for the beginning of a formula, full-width signs too, behind apostrophes or not. */
const FORMULA_BEGINS = "'*[=+\\-@\\t\\r\\n＝＋－＠]";
const DANGEROUS = new RegExp(`^${FORMULA_BEGINS}`);
const NEUTRALISED = new RegExp(`^'(?=${FORMULA_BEGINS})`);

/**
 * Text that no spreadsheet program will compute: what would begin a formula gets an apostrophe before it. What has one
 * already gets another, so that `asItWas` takes away no other than ours.
 */
export function neutralised(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text as it was before it was neutralised. */
export function asItWas(text: string): string {
  return text.replace(NEUTRALISED, '');
}
