const FORMS = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'] } as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Words = Readonly<Record<string, string>>;

/** What is missing, empty or different between a page's words in its two languages. */
export function faultsOf({ ar, en }: { ar: Words; en: Words }): string[] {
  return [...faultsIn('ar', ar, en), ...faultsIn('en', en, ar)];
}

function faultsIn(language: keyof typeof FORMS, words: Words, others: Words): string[] {
  const known = new Set(Object.keys(words).map(baseOf));
  const missing = Object.keys(others).filter((key) => !known.has(baseOf(key)));
  const counted = Object.keys(words).filter((key) => PLURAL.test(key));
  const forms = counted.flatMap((key) => FORMS[language].map((form) => `${baseOf(key)}_${form}`));
  const empty = Object.keys(words).filter((key) => words[key]?.trim() === '');
  const different = Object.keys(words).filter(
    (key) => !PLURAL.test(key) && key in others && valuesIn(words[key]) !== valuesIn(others[key]),
  );
  const absent = forms.filter((key) => !(key in words));
  return [...missing, ...absent, ...empty, ...different].map((key) => `${language}: ${key}`);
}

const baseOf = (key: string): string => key.replace(PLURAL, '');
const valuesIn = (text = ''): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort().join();
