import type { DriverStop, DriverView } from '@qafila/contract';
import { expect, test } from 'vitest';
import { nextAction, type Said } from './next-action.ts';

const stop = (id: string, status: DriverStop['status']) => ({ id, status }) as DriverStop;
const view = (departedAt: string | null, ...stops: DriverStop[]) =>
  ({ convoy: { departedAt }, stops }) as DriverView;
const said = (kind: Said['kind'], stopId: string | null = null): Said => ({
  id: `${kind}-${stopId}`,
  kind,
  at: '',
  stopId,
});

const AT = '2026-10-14T05:00:00Z';
const WAY = [stop('haffeh', 'pending'), stop('kasab', 'pending')];

test('departs, arrives at each stop in turn, and is done, by the driver’s own word alone', () => {
  const told: Said[] = [];
  const steps = ['departed', 'haffeh', 'kasab'].map((due) => {
    const action = nextAction(view(null, ...WAY), told);
    told.push(action.kind === 'departed' ? said('departed') : said('arrived', due));
    return action.kind === 'arrived' ? action.stop.id : action.kind;
  });
  expect(steps).toEqual(['departed', 'haffeh', 'kasab']);
  expect(nextAction(view(null, ...WAY), told)).toEqual({ kind: 'done' });
});

test('what the coordinator has entered need not be told', () => {
  expect(nextAction(view(AT, ...WAY), [])).toMatchObject({ kind: 'arrived', stop: { id: 'haffeh' } });
  const reached = view(AT, stop('haffeh', 'unloading'), stop('kasab', 'pending'));
  expect(nextAction(reached, [])).toMatchObject({ kind: 'arrived', stop: { id: 'kasab' } });
});

test('a stop that is left out is not driven to', () => {
  const action = nextAction(view(AT, stop('haffeh', 'skipped'), stop('kasab', 'pending')), []);
  expect(action).toMatchObject({ kind: 'arrived', stop: { id: 'kasab' } });
});

test('problems and calls for help change nothing of it', () => {
  expect(nextAction(view(null, ...WAY), [said('problem'), said('sos')])).toEqual({ kind: 'departed' });
});
