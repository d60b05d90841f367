import type { FieldError, ProblemValues } from '@qafila/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Language, usePreferences } from '../i18n/preferences.ts';
import { ApiProblem, NetworkError, UnexpectedAnswer } from './errors.ts';

type Words = { t: TFunction; language: Language };

/** Why something was refused or failed, as a sentence. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const language = usePreferences((preferences) => preferences.language);
  return (error) => problemText(error, { t, language });
}

export function problemText(error: unknown, words: Words): string {
  if (error instanceof NetworkError) return words.t('problem.network');
  if (error instanceof UnexpectedAnswer) return words.t('problem.unexpected');
  if (error instanceof ApiProblem) {
    return sentence('problem', error.problem.code, error.problem.values, words) ?? words.t('problem.unknown');
  }
  return words.t('problem.unknown');
}

/** What is wrong with one field, as a sentence; a service may name a field in a problem of its own. */
export function fieldErrorText(error: FieldError, words: Words): string {
  return (
    sentence('field', error.code, error.values, words) ??
    sentence('problem', error.code, error.values, words) ??
    words.t('field.invalid_value')
  );
}

/** The sentence that names the values where all it names are there, else the plain one. */
function sentence(
  kind: 'problem' | 'field',
  code: string,
  values: ProblemValues | undefined,
  { t, language }: Words,
): string | undefined {
  const detailed = `${kind}With.${code}`;
  const known = inLanguage(values ?? {}, language);
  if (values && t(detailed, { defaultValue: '' }) !== '') {
    const named = [...t(detailed, { skipInterpolation: true }).matchAll(/\{\{(\w+)\}\}/g)];
    if (named.every(([, name]) => name !== undefined && name in known)) return t(detailed, known);
  }
  return t(`${kind}.${code}`, { defaultValue: '' }) || undefined;
}

/** `itemNameAr` and `itemNameEn` become `itemName`, the one of the reader's language; codes keep their direction. */
function inLanguage(values: ProblemValues, language: Language): ProblemValues {
  const suffix = language === 'ar' ? 'Ar' : 'En';
  const entries = Object.entries(values).map(([name, value]): [string, string | number] => [
    name.endsWith(suffix) ? name.slice(0, -2) : name,
    typeof value === 'string' && /^[\w-]+$/.test(value) ? `\u2066${value}\u2069` : value,
  ]);
  return Object.fromEntries(entries);
}
