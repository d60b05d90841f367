import { describe, expect, it } from 'vitest';
import { buildMatrix, needsBySite, neighbour, stepOf } from './matrix.ts';
import { sampleItem, sampleNeed, sampleSite } from './testing.ts';

const blanket = sampleItem(1, 1750);
const rice = sampleItem(2, 1000);
const haffa = sampleSite(1, 'SY06');
const kasab = sampleSite(2, 'SY06');
const baniyas = sampleSite(3, 'SY10');

const needs = [
  sampleNeed(1, baniyas, blanket, { quantity: 10 }),
  sampleNeed(2, haffa, blanket, { quantity: 20, coverage: { delivered: 5, gap: 15 } }),
  sampleNeed(3, haffa, rice, { quantity: 6000 }),
  sampleNeed(4, kasab, rice, { quantity: 100 }),
];
const matrix = buildMatrix(needs);

describe('the needs matrix', () => {
  it('keeps destinations of a governorate together, the heaviest first, and marks where each group starts', () => {
    expect(matrix.rows.map((row) => [row.site.id, row.startsGroup])).toEqual([
      [haffa.id, true],
      [kasab.id, false],
      [baniyas.id, true],
    ]);
  });

  it('puts the item that weighs most first', () => {
    expect(matrix.items.map((item) => item.id)).toEqual([rice.id, blanket.id]);
  });

  it('leaves a cell empty where nothing is needed', () => {
    expect(matrix.rows[1]?.needs.map((need) => need?.id)).toEqual([needs[3]?.id, undefined]);
  });

  it('totals each item over all destinations', () => {
    expect(matrix.totals[1]).toMatchObject({ needed: 30, delivered: 5, gap: 25 });
  });

  it('lists the same needs by destination for a narrow screen', () => {
    expect(needsBySite(matrix).map(({ needs: listed }) => listed.length)).toEqual([2, 1, 1]);
  });

  it('is empty when nothing is needed', () => {
    expect(buildMatrix([])).toEqual({ items: [], rows: [], totals: [] });
  });
});

describe('moving through the matrix by keyboard', () => {
  it('goes forward with the writing: left in Arabic, right in English', () => {
    expect(stepOf('ArrowLeft', 'rtl')).toEqual({ rows: 0, columns: 1 });
    expect(stepOf('ArrowLeft', 'ltr')).toEqual({ rows: 0, columns: -1 });
    expect(stepOf('Enter', 'rtl')).toBeUndefined();
  });

  it('passes over cells where nothing is needed', () => {
    expect(neighbour(matrix, needs[1]?.id ?? '', { rows: 1, columns: 0 })?.id).toBe(needs[0]?.id);
  });

  it('stays where it is at the edge', () => {
    expect(neighbour(matrix, needs[2]?.id ?? '', { rows: -1, columns: 0 })).toBeUndefined();
    expect(neighbour(matrix, 'nobody', { rows: 1, columns: 0 })).toBeUndefined();
  });
});
