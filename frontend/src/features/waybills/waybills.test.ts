import { describe, expect, it } from 'vitest';
import { testItem } from '../../shared/testing/convoys.ts';
import { grossKg, packagesOf, pageRule } from './paper.ts';

describe('a waybill on paper', () => {
  it('counts a package that is not full as a package', () => {
    expect(packagesOf({ units: 420, unitsPerPack: 25 })).toBe(17);
    expect(packagesOf({ units: 50, unitsPerPack: 25 })).toBe(2);
  });

  it('weighs what it lists', () => {
    expect(grossKg({ units: 420, item: testItem({ unitWeightG: 1_750 }) })).toBe(735);
  });

  it('puts the code where the reading begins, and lets no text out of its place', () => {
    const rule = pageRule({ code: 'WB-2026-0041', page: 'صفحة', of: 'من', isRightToLeft: true });
    expect(rule).toContain('@bottom-right { content: "WB-2026-0041"');
    const hostile = pageRule({ code: '"; } * { display: none', page: '', of: '', isRightToLeft: false });
    expect(hostile).toContain('@bottom-left { content: "\\22 ; } * { display: none"');
  });
});
