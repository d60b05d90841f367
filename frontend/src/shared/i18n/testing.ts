import { type ESTree, parseSync } from 'vite';
import { type Catalogue, COMMON, catalogues } from './catalogues.ts';

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Attributes whose text a reader sees or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'caption',
  'confirmLabel',
  'description',
  'label',
  'message',
  'note',
  'placeholder',
  'title',
]);

/** Words in Arabic anywhere in code; single letters and digits are the stuff of parsing and folding. */
const WORDS = /(?:(?=\p{L})\p{Script=Arabic}){3}/u;

/** A key as code asks for it, and the namespaces it may be in. */
export type AskedKey = { readonly key: string; readonly isPrefix: boolean; readonly namespaces: string[] };

export type Scan = { readonly texts: string[]; readonly keys: AskedKey[] };

/** What a source file shows by itself, rather than from the catalogues, and the keys it asks the catalogues for. */
export function scan(path: string, source: string): Scan {
  const nodes = [...walk(parseSync(path, source).program as ESTree.Program as unknown as Node)];
  const namespaces = [COMMON, ...nodes.flatMap(namespaceIn)];
  return {
    texts: nodes.flatMap(textIn).filter((text) => /\p{L}/u.test(text)),
    keys: nodes.flatMap(keyIn).map((key) => ({ ...key, namespaces })),
  };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function stringOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string'
    ? node['value']
    : undefined;
}

function textIn(node: Node): string[] {
  const { type, value } = node;
  if (type === 'JSXText') return [String(value).trim()];
  if (type === 'JSXAttribute') return SPOKEN.has(nameOf(node['name'])) ? [stringOf(value) ?? ''] : [];
  if (type === 'JSXElement' || type === 'JSXFragment') return (node['children'] as Node[]).map(literalChild);
  const text = type === 'TemplateElement' ? String((value as { raw: string }).raw) : (stringOf(node) ?? '');
  return WORDS.test(text) ? [text] : [];
}

function literalChild(child: Node): string {
  return child.type === 'JSXExpressionContainer' ? (stringOf(child['expression']) ?? '') : '';
}

function nameOf(node: unknown): string {
  return isNode(node) ? String(node['name']) : '';
}

function callee(node: Node): string {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return '';
  const called = node['callee'];
  return called.type === 'MemberExpression' ? nameOf(called['property']) : nameOf(called);
}

function namespaceIn(node: Node): string[] {
  if (callee(node) !== 'useTranslation') return [];
  const namespace = stringOf((node['arguments'] as unknown[])[0]);
  return namespace === undefined ? [] : [namespace];
}

function keyIn(node: Node): Pick<AskedKey, 'key' | 'isPrefix'>[] {
  if (node.type === 'JSXAttribute' && nameOf(node['name']) === 'i18nKey') return asked(node['value']);
  return callee(node) === 't' ? asked((node['arguments'] as unknown[])[0]) : [];
}

function asked(argument: unknown): Pick<AskedKey, 'key' | 'isPrefix'>[] {
  const exact = stringOf(argument);
  if (exact !== undefined) return [{ key: exact, isPrefix: false }];
  if (!isNode(argument) || argument.type !== 'TemplateLiteral') return [];
  const [first] = argument['quasis'] as { value: { raw: string } }[];
  const start = first?.value.raw ?? '';
  return start.includes('.') ? [{ key: start.slice(0, start.lastIndexOf('.')), isPrefix: true }] : [];
}

/** Every key of a catalogue, dotted. */
export function keysOf(catalogue: Catalogue, above = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [above + key] : keysOf(value, `${above}${key}.`),
  );
}

const known = new Map(
  Object.entries(catalogues.ar).map(([namespace, words]) => [namespace, new Set(keysOf(words))] as const),
);

/** Whether the catalogues hold what code asks for: the key, its plural forms, or keys below a prefix. */
export function isKnown({ key, isPrefix, namespaces }: AskedKey): boolean {
  const [named, rest] = key.includes(':') ? key.split(':') : [undefined, key];
  return (named === undefined ? namespaces : [named]).some((namespace) => {
    const keys = known.get(namespace) ?? new Set<string>();
    if (isPrefix) return [...keys].some((it) => it.startsWith(`${rest}.`));
    return keys.has(rest ?? '') || keys.has(`${rest}_other`);
  });
}
