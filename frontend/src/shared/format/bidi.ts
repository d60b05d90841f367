/** A code or plate inside a sentence: keeps its own direction, and leaves that of the sentence alone. */
export function isolated(code: string): string {
  return `\u2066${code}\u2069`;
}
