import { describe, expect, it } from 'vitest';
import land from './land.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import roads from './roads.json' with { type: 'json' };

const names = new Map(places.map(([lng, lat, , ar, en]) => [en, { lng, lat, ar }]));

describe('the embedded basemap', () => {
  it('knows all fourteen governorates by their P-codes', () => {
    const codes = new Set(land.objects.governorates.geometries.map((each) => each.id));
    const wanted = Array.from({ length: 14 }, (_, i) => `SY${String(i + 1).padStart(2, '0')}`);
    expect([...codes].sort()).toEqual(wanted);
  });

  it('names every town of the fire slopes in both languages', () => {
    const towns = {
      Slinfah: 'صلنفة',
      Kasab: 'كسب',
      'Al-Haffa': 'الحفة',
      Qardaha: 'القرداحة',
      Rabiaa: 'ربيعة',
      'Mashta al-Helou': 'مشتى الحلو',
      Dreikish: 'الدريكيش',
      Safita: 'صافيتا',
      'Sheikh Badr': 'الشيخ بدر',
      Qadmous: 'القدموس',
      Baniyas: 'بانياس',
      Jableh: 'جبلة',
      Tallkalakh: 'تلكلخ',
      Marmarita: 'مرمريتا',
      Nasra: 'الناصرة',
    };
    for (const [en, ar] of Object.entries(towns)) expect(names.get(en)?.ar, en).toBe(ar);
  });

  it('has an Arabic name for every place', () => {
    for (const place of places) expect(place[3]).toMatch(/^[\u0621-\u0652 ]+$/);
  });

  it('draws the trunk roads', () => {
    expect(roads.filter((road) => road.kind === 'trunk').map((road) => road.ref)).toEqual(['M5', 'M1', 'M4']);
  });
});
