import type { Convoy, ReplayEvent, ReplayEventKind, Stop } from '@qafila/contract';
import { expect, test } from 'vitest';
import { convoyAsOf } from './convoy-as-of.ts';
import { marksOf, nextMark } from './marks.ts';
import { atShare, axisOf, shareOf, ticksOf } from './time-axis.ts';

const at = (hour: string) => `2026-10-14T${hour}:00.000Z`;
const ms = (hour: string) => Date.parse(at(hour));

test('the axis goes to now while something goes on, and ends with what has long ended', () => {
  const span = { from: at('05:00'), to: at('11:00') };
  expect(axisOf(span, ms('11:20')).toMs).toBe(ms('11:20'));
  expect(axisOf(span, Date.parse('2026-12-01T00:00:00.000Z')).toMs).toBe(ms('11:00'));
  const axis = axisOf(span, ms('11:00'));
  expect(atShare(axis, shareOf(axis, ms('08:17')))).toBeCloseTo(ms('08:17'), -1);
});

test('ticks are round in Damascus, three hours ahead of UTC, and no more than fit', () => {
  const day = ticksOf({ fromMs: ms('05:10'), toMs: ms('11:00') }, 400);
  expect(day.map(({ atMs }) => new Date(atMs).toISOString().slice(11, 16))).toEqual([
    '06:00',
    '07:00',
    '08:00',
    '09:00',
    '10:00',
    '11:00',
  ]);
  const week = ticksOf({ fromMs: ms('05:00'), toMs: ms('05:00') + 7 * 86_400_000 }, 300);
  expect(week).toHaveLength(7);
  expect(week.every(({ isDay, atMs }) => isDay && new Date(atMs).getUTCHours() === 21)).toBe(true);
});

function event(kind: ReplayEventKind, hour: string): ReplayEvent {
  return {
    at: at(hour),
    kind,
    convoyId: null,
    convoyCode: null,
    place: null,
    detail: null,
    deliveredKg: null,
  };
}

test('marks that would cover each other are one, shown as the gravest; the next one can be jumped to', () => {
  const axis = { fromMs: ms('05:00'), toMs: ms('15:00') };
  const events = [
    event('alert', '09:02'),
    event('departed', '09:00'),
    event('arrived', '12:00'),
    event('settled', '13:00'),
  ];
  const marks = marksOf(events, axis, 0.02);
  expect(marks.map(({ kind, events: of }) => [kind, of.length])).toEqual([
    ['alert', 2],
    ['arrived', 1],
  ]);
  expect(nextMark(marks, ms('10:00'), 1)?.kind).toBe('arrived');
  expect(nextMark(marks, ms('10:00'), -1)?.atMs).toBe(ms('09:02'));
  expect(nextMark(marks, ms('12:00'), 1)).toBeUndefined();
});

test('a convoy is shown as it stood, without what came later, and not before its loading', () => {
  const stop = {
    status: 'settled',
    arrivedAt: at('09:00'),
    unloadingAt: at('09:20'),
    endedAt: at('10:00'),
  } as Stop;
  const convoy = {
    status: 'settled',
    loadingAt: at('05:00'),
    departedAt: at('06:00'),
    arrivedAt: at('09:00'),
    endedAt: at('10:30'),
    stops: [stop],
  } as unknown as Convoy;
  const seen = (hour: string) => {
    const then = convoyAsOf(convoy, new Date(at(hour)));
    return then && [then.status, then.stops[0]?.status, then.arrivedAt !== null];
  };
  expect(seen('04:00')).toBeUndefined();
  expect(seen('05:30')).toEqual(['loading', 'pending', false]);
  expect(seen('07:00')).toEqual(['en_route', 'pending', false]);
  expect(seen('09:30')).toEqual(['arrived', 'unloading', true]);
  expect(seen('11:00')).toEqual(['settled', 'settled', true]);
});
