import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './json-rules.ts';

test('what JSON.stringify writes is read as it was', () => {
  const value = fc.jsonValue({ maxDepth: 8 }).filter((it) => !JSON.stringify(it).includes('__proto__'));
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (it, indent) => {
      const text = JSON.stringify(it, null, indent);
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('an object that says a key twice is refused wherever it stands', () => {
  const key = fc.string().filter((it) => it !== '__proto__');
  fc.assert(
    fc.property(key, fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (name, one, other) => {
      const quoted = JSON.stringify(name);
      const twice = `{${quoted}:${JSON.stringify(one)}, ${quoted} :${JSON.stringify(other)}}`;
      expect(() => parseJson(twice)).toThrow();
      expect(() => parseJson(`[1,{"a":[${twice}]}]`)).toThrow();
    }),
  );
});

test('text that is not JSON is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      if (!isJson) expect(() => parseJson(text)).toThrow('The body is not valid JSON');
    }),
  );
});

test('depth counts brackets, not those in strings', () => {
  expect(parseJson(JSON.stringify('['.repeat(100)))).toBe('['.repeat(100));
  expect(() => parseJson(`${'['.repeat(32)}${']'.repeat(32)}`)).not.toThrow();
  expect(() => parseJson(`${'['.repeat(33)}${']'.repeat(33)}`)).toThrow('nested deeper');
});
