import { describe, expect, it } from 'vitest';
import { groupsOf, isFound } from './index.ts';

describe('searching a list', () => {
  it('finds Arabic however it is written', () => {
    expect(isFound('جمعيه الامل', ['جمعية الأمل'])).toBe(true);
    expect(isFound('حُمص', ['حمص'])).toBe(true);
    expect(isFound('٤١٢', [412])).toBe(true);
  });

  it('wants every word, in any of the texts and in either case', () => {
    expect(isFound('RICE kasab', ['أرز', 'Rice', 'Kasab'])).toBe(true);
    expect(isFound('rice homs', ['Rice', 'Kasab'])).toBe(false);
  });

  it('finds everything when nothing is searched for', () => {
    expect(isFound('  ', ['anything'])).toBe(true);
  });
});

describe('grouping a list', () => {
  it('keeps the order in which keys and items appear', () => {
    expect(groupsOf(['b1', 'a1', 'b2'], (text) => text[0] ?? '')).toEqual([['b1', 'b2'], ['a1']]);
  });
});
