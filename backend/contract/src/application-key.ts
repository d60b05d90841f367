/**
 * An applicant has no account. The reference and the secret travel as `<reference>.<secret>` in this header, never in
 * an address.
 */
export const APPLICATION_KEY_HEADER = 'Application-Key';

/**
 * What goes into the header, from what a person typed: capitals or not, with or without dashes. A secret has no I, L or
 * O, so these were meant as digits.
 */
export function applicationKey(reference: string, secret: string): string {
  const code = reference.toUpperCase().replace(/[^A-Z\d-]/g, '');
  const letters = secret.toUpperCase().replace(/[^A-Z\d]/g, '');
  return `${code}.${letters.replace(/[IL]/g, '1').replaceAll('O', '0')}`;
}
