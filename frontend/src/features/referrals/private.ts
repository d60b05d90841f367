/** For fields that hold what is known of a citizen: the browser remembers nothing of it and sends it to nobody. */
export const PRIVATE = {
  autoComplete: 'off',
  autoCorrect: 'off',
  spellCheck: false,
  'data-1p-ignore': true,
  'data-lpignore': true,
} as const;
