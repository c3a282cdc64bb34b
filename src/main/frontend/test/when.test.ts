import { describe, expect, test } from 'vitest';
import { dayInWords, daysBetween, fromToday } from '../src/tasklist/when';

describe('a release date is said as people say it', () => {
  test.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [13, 'in 13 days'],
    [35, 'in 5 weeks'],
    [-21, '3 weeks ago'],
    [91, 'in 3 months'],
    [365, 'in 12 months'],
    [1100, 'in 3 years'],
  ])('%i days are %s', (days, words) => expect(fromToday(days)).toBe(words));

  test('days are counted on the calendar, over a change of summer time', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  });

  test('the day itself keeps its date in every zone', () => {
    expect(dayInWords('2027-01-03')).toBe('3 Jan 2027');
  });
});
