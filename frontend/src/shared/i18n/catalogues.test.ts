import {
  ALERTS,
  AssociationKind,
  alertLifecycle,
  associationLifecycle,
  CustodyStep,
  campaignLifecycle,
  convoyLifecycle,
  DiscrepancyReason,
  FIELD_ERROR_CODES,
  financeLifecycle,
  findingLifecycle,
  ITEM_CATEGORIES,
  ItemUnit,
  obligationLifecycle,
  Packaging,
  PROBLEMS,
  pledgeLifecycle,
  projectLifecycle,
  READINESS,
  Role,
  referralLifecycle,
  SiteKind,
  stopLifecycle,
  VehicleKind,
  visitLifecycle,
} from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { type Catalogue, COMMON, catalogues } from './catalogues.ts';
import { isKnown, keysOf, scan } from './testing.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const ARABIC_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const sources = import.meta.glob<string>(
  ['../../**/*.{ts,tsx}', '!../../**/*.test.*', '!../../**/testing*'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

const namespaces = [...new Set([...Object.keys(catalogues.ar), ...Object.keys(catalogues.en)])];
const ofNamespace = (language: 'ar' | 'en', namespace: string) =>
  keysOf(catalogues[language][namespace] ?? {});
const withoutPlurals = (keys: string[]) => [...new Set(keys.map((key) => key.replace(PLURAL, '')))].sort();

describe.each(namespaces)('the words of %s', (namespace) => {
  test('are the same in both languages', () => {
    expect(withoutPlurals(ofNamespace('en', namespace))).toEqual(
      withoutPlurals(ofNamespace('ar', namespace)),
    );
  });

  test('have all six plural forms in Arabic, and two in English, wherever they are counted', () => {
    const incomplete = (['ar', 'en'] as const).flatMap((language) => {
      const keys = new Set(ofNamespace(language, namespace));
      const forms = language === 'ar' ? ARABIC_FORMS : ['one', 'other'];
      const counted = [...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
      return counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key));
    });
    expect(incomplete).toEqual([]);
  });

  test('name the same values in both languages', () => {
    const valuesOf = (language: 'ar' | 'en') =>
      new Map(
        texts(catalogues[language][namespace] ?? {})
          .filter(([key]) => !PLURAL.test(key))
          .map(([key, text]) => [key, new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))]),
      );
    expect(valuesOf('en')).toEqual(valuesOf('ar'));
  });

  test('are never empty', () => {
    const all = [...texts(catalogues.ar[namespace] ?? {}), ...texts(catalogues.en[namespace] ?? {})];
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

function texts(catalogue: Catalogue, above = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[above + key, value]] : texts(value, `${above}${key}.`),
  );
}

test('every code of the contract has its word', () => {
  const lifecycles = {
    campaign: campaignLifecycle,
    pledge: pledgeLifecycle,
    project: projectLifecycle,
    convoy: convoyLifecycle,
    stop: stopLifecycle,
    association: associationLifecycle,
    alert: alertLifecycle,
    visit: visitLifecycle,
    finding: findingLifecycle,
    referral: referralLifecycle,
    obligation: obligationLifecycle,
    finance: financeLifecycle,
  };
  const due = [
    ...Object.keys(PROBLEMS).map((code) => `problem.${code}`),
    ...FIELD_ERROR_CODES.map((code) => `field.${code}`),
    ...Role.options.map((role) => `role.${role}`),
    ...Object.entries(lifecycles).flatMap(([name, { states, commands }]) => [
      ...states.map((state) => `state.${name}.${state}`),
      ...commands.map((command) => `command.${name}.${command}`),
    ]),
    ...ItemUnit.options.flatMap((unit) => [`unit.${unit}`, `quantity.${unit}_other`]),
    ...ITEM_CATEGORIES.map((category) => `category.${category}`),
    ...Packaging.options.map((packaging) => `packaging.${packaging}`),
    ...SiteKind.options.map((kind) => `siteKind.${kind}`),
    ...AssociationKind.options.map((kind) => `associationKind.${kind}`),
    ...VehicleKind.options.map((kind) => `vehicleKind.${kind}`),
    ...DiscrepancyReason.options.map((reason) => `discrepancyReason.${reason}`),
    ...Object.entries(ALERTS).flatMap(([kind, { severity }]) => [
      `alert.kind.${kind}`,
      `alert.severity.${severity}`,
    ]),
    ...Object.keys(READINESS).map((check) => `readiness.${check}`),
    ...CustodyStep.shape.kind.options.map((kind) => `custody.${kind}`),
  ];
  const known = new Set(ofNamespace('ar', COMMON));
  expect(due.filter((key) => !known.has(key))).toEqual([]);
});

describe('the source', () => {
  const scans = Object.entries(sources).map(([path, source]) => ({ path, ...scan(path, source) }));

  test('shows no text of its own', () => {
    expect(scans.flatMap(({ path, texts: shown }) => shown.map((text) => `${path}: ${text}`))).toEqual([]);
  });

  test('asks for no word that the catalogues lack', () => {
    const missing = scans.flatMap(({ path, keys }) =>
      keys.filter((key) => !isKnown(key)).map(({ key }) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('is really read: a text and a missing word are found', () => {
    const source = `export const A = () => { const { t } = useTranslation('people');
      return <p title="Hi there">مرحباً {t('no.such.word')} {t('title')}</p>; };`;
    const { texts: shown, keys } = scan('A.tsx', source);
    expect(shown).toEqual(expect.arrayContaining(['Hi there', 'مرحباً']));
    expect(keys.map((key) => isKnown(key))).toEqual([false, true]);
  });
});
