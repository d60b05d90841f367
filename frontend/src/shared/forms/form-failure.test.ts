import { createNeed, toFieldErrors } from '@qafila/contract';
import { expect, test } from 'vitest';
import { fieldOf, refine } from './form-failure.ts';

test('a fault deep inside a field is shown at that field', () => {
  const fields = ['lines', 'lines.2.quantity', 'signature'];
  expect(fieldOf('lines.2.quantity', fields)).toBe('lines.2.quantity');
  expect(fieldOf('lines.3.quantity', fields)).toBe('lines');
  expect(fieldOf('signature.0.1', fields)).toBe('signature');
  expect(fieldOf('status', fields)).toBe('status');
});

test('what a form leaves empty is missing, and what is no number is not a whole number', () => {
  const body = {
    siteId: null,
    itemId: '',
    quantity: '12 boxes',
    priority: 1,
    neededBy: null,
    households: 1.5,
    note: '',
  };
  const parsed = createNeed.body.safeParse(body, { reportInput: true });
  const faults = parsed.success ? [] : toFieldErrors(parsed.error).map((error) => refine(error, body));
  expect(Object.fromEntries(faults.map(({ path, code }) => [path, code]))).toEqual({
    siteId: 'required',
    itemId: 'required',
    quantity: 'not_an_integer',
    neededBy: 'required',
    households: 'not_an_integer',
  });
});
