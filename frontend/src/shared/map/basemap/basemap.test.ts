import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { measureLine, snapToLine } from '../geometry.ts';
import land from './land.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import relief from './relief.json' with { type: 'json' };
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

  it('names the villages of the fire area in both languages', () => {
    const villages = {
      'Al-Fakhoura': 'الفاخورة',
      'Jobet Burghal': 'جوبة برغال',
      'Al-Annazeh': 'العنازة',
      'Ad-Dalieh': 'الدالية',
      'Wadi al-Uyun': 'وادي العيون',
      Salma: 'سلمى',
      Kansaba: 'كنسبا',
      'Al-Husn': 'الحصن',
      'Ayoun al-Wadi': 'عيون الوادي',
      'Beit Yashout': 'بيت ياشوط',
    };
    for (const [en, ar] of Object.entries(villages)) expect(names.get(en)?.ar, en).toBe(ar);
  });

  it('has a road within three kilometres of every town of the fire slopes', () => {
    const bends = roads.flatMap((road) => road.bends.slice(1).map((to, i) => [road.bends[i] ?? to, to]));
    const near = (lat: number, lng: number) =>
      bends.some((pair) => {
        const line = measureLine(pair.map(([a = 0, b = 0]) => ({ lat: a, lng: b })));
        return (snapToLine(line, { lat, lng })?.distanceM ?? Number.POSITIVE_INFINITY) < 3000;
      });
    const towns = ['Slinfah', 'Al-Haffa', 'Qardaha', 'Dreikish', 'Safita', 'Sheikh Badr', 'Mashta al-Helou'];
    for (const town of [
      ...towns,
      'Qadmous',
      'Masyaf',
      'Rabiaa',
      'Al-Fakhoura',
      'Jobet Burghal',
      'Marmarita',
    ]) {
      const at = names.get(town);
      expect(at && near(Number(at.lat), Number(at.lng)), town).toBe(true);
    }
  });

  it('stays small', () => {
    const bytes = gzipSync(JSON.stringify([land, places, roads, relief])).length;
    expect(bytes).toBeLessThan(26_000);
  });

  it('draws the trunk roads', () => {
    expect(roads.filter((road) => road.kind === 'trunk').map((road) => road.ref)).toEqual(['M5', 'M1', 'M4']);
  });
});
