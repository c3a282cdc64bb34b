import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCivilDatesHere } from '../src/tasklist/dates';

const parse = Date.parse;
const zone = process.env['TZ'];

beforeEach(() => {
  process.env['TZ'] = 'America/Los_Angeles';
});

afterEach(() => {
  Date.parse = parse;
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('a civil date is that day here, west of Greenwich too', () => {
  readCivilDatesHere(Date);
  const day = new Date(Date.parse('2026-02-01'));
  expect([day.getFullYear(), day.getMonth() + 1, day.getDate()]).toEqual([2026, 2, 1]);
});

test('moments and nonsense are read as before', () => {
  readCivilDatesHere(Date);
  expect(Date.parse('2026-02-01T00:00:00Z')).toBe(parse('2026-02-01T00:00:00Z'));
  expect(Date.parse('')).toBeNaN();
});
