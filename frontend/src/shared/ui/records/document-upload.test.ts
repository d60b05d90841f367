import { LIMITS } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { faultOf, nameOfFile } from './document-upload.ts';

describe('a file that was chosen', () => {
  test('is called as its file is, without the ending', () => {
    expect(nameOfFile('النظام_الأساسي.pdf')).toBe('النظام الأساسي');
    expect(nameOfFile('board 2.1.minutes.PDF')).toBe('board 2.1.minutes');
    expect(nameOfFile(`${'x'.repeat(300)}.png`)).toHaveLength(LIMITS.nameMax);
  });

  test('is refused before it is sent where the server would refuse it', () => {
    const pdf = { type: 'application/pdf', size: 1_000 };
    expect(faultOf(pdf, 'statutes')).toBeUndefined();
    expect(faultOf(pdf, '  ')).toBe('nameless');
    expect(faultOf({ ...pdf, size: 0 }, 'statutes')).toBe('emptyFile');
    expect(faultOf({ ...pdf, size: LIMITS.documentBytes + 1 }, 'statutes')).toBe('tooLarge');
    expect(faultOf({ ...pdf, type: 'image/svg+xml' }, 'statutes')).toBe('wrongType');
  });
});
