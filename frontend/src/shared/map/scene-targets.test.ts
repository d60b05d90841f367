import { describe, expect, test } from 'vitest';
import { keyOf, markTowards, type TargetMark } from './scene-targets.ts';

const mark = (id: string, x: number, y: number): TargetMark => ({
  target: { kind: 'destination', id },
  at: { x, y },
  radius: 10,
});
const marks = [
  mark('here', 100, 100),
  mark('east', 160, 104),
  mark('far east', 300, 100),
  mark('north', 90, 20),
];
const from = { x: 100, y: 100 };
const ledTo = (key: string) => {
  const found = markTowards(marks, from, key);
  return found && keyOf(found.target);
};

describe('an arrow key', () => {
  test('leads to the nearest mark in its direction', () => {
    expect(ledTo('ArrowRight')).toBe('destination east');
    expect(ledTo('ArrowUp')).toBe('destination north');
  });

  test('leads nowhere where nothing lies', () => {
    expect(ledTo('ArrowLeft')).toBeNull();
    expect(ledTo('ArrowDown')).toBeNull();
  });

  test('is one of four', () => {
    expect(ledTo('KeyA')).toBeNull();
  });
});
