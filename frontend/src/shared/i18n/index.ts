export { findAllWords, findWords, i18n } from './i18n.ts';
export { type Digits, directionOf, type Language, usePreferences } from './preferences.ts';
export { useWord, type Worded } from './useWord.ts';
