import { describe, expect, test } from 'vitest';
import { asManyAsColours } from '../src/measures/draw';
import { casesBehind, drawable, notedByAll, pivot, said, share, sum, together } from '../src/measures/figures';
import type { Measure, Row } from '../src/measures/model';
import { monthInWords } from '../src/measures/months';
import { asking, filtersOf, hashOf, question, whereIs } from '../src/measures/where';

const row = (phase: string, track: string | null, women: number | string | null): Row => ({
  of: { phase: { code: phase, label: phase.toUpperCase() }, track: { code: track, label: track ?? '–' } },
  values: { women },
});

const measure: Measure = {
  id: 'womenByPhase',
  title: 'Women by phase',
  words: '',
  sql: '',
  source: '',
  asOf: '2026-11-22T20:00:00Z',
  dimensions: [
    { key: 'phase', title: 'Phase' },
    { key: 'track', title: 'Track' },
  ],
  values: [{ key: 'women', title: 'Women', unit: 'women' }],
  hasCases: true,
  rows: [row('admission', 'full', 3), row('admission', 'remand', 2), row('handover', 'full', '<5')],
};

describe('where the reader is', () => {
  test('stands in the address', () => {
    const where = whereIs('#/measures/cases?measure=releases&within=w6&value=noHousing&site=');
    expect(where).toEqual({ view: 'cases', asked: { measure: 'releases', within: 'w6', value: 'noHousing' } });
    expect(whereIs(hashOf(where))).toEqual(where);
  });

  test.each(['', '#/dashboard', '#/measures/elsewhere', '#x'])('is the overview at "%s"', (hash) =>
    expect(whereIs(hash).view).toBe('overview'),
  );

  test('keeps its filters from one screen to the next, and begins a list anew when it is narrowed', () => {
    const where = whereIs('#/measures/cases?measure=releases&site=north&page=3');
    expect(filtersOf(where.asked)).toEqual({ site: 'north' });
    expect(asking(where, { within: 'w12' }).asked).toEqual({ measure: 'releases', site: 'north', within: 'w12' });
    expect(asking(where, { site: '' }).asked).toEqual({ measure: 'releases' });
  });

  test('asks the server for nothing that is empty', () => {
    expect(question({ site: '', track: undefined })).toBe('');
    expect(question({ site: 'north', from: '2026-01-01' })).toBe('?site=north&from=2026-01-01');
  });
});

describe('figures', () => {
  test.each([
    [1234, 'women', '1,234'],
    [0.664, 'share', '66 %'],
    [3.25, 'days', '3.3'],
    ['<5', 'women', 'hidden'],
    ['2027-01-03', 'date', '3 Jan 2027'],
    [null, 'women', '–'],
    [undefined, 'women', '–'],
  ] as const)('%s %s is read as "%s"', (figure, unit, words) => expect(said(figure, unit)).toBe(words));

  test('what is hidden adds nothing', () => expect(sum(measure.rows, 'women')).toBe(5));

  test('a sum never tells what one of its parts hides', () => {
    expect(together(measure.rows.slice(0, 2), 'women')).toBe(5);
    expect(together(measure.rows.slice(2), 'women')).toBe('<5');
    expect(together(measure.rows, 'women')).toBeNull();
    expect(together([], 'women')).toBe(0);
  });

  test('a share of nobody is not told', () => {
    expect(share(3, 4)).toBe(0.75);
    expect(share(0, 0)).toBeUndefined();
    expect(share('<5', 20)).toBeUndefined();
  });

  test('are laid out by two dimensions, tracks always in the same order', () => {
    const laid = pivot(measure.rows, 'phase', 'track');
    expect(laid.down.map(({ code }) => code)).toEqual(['admission', 'handover']);
    expect(laid.across.map(({ code }) => code)).toEqual(['remand', 'full']);
    expect(laid.at(laid.down[0]!, laid.across[1]!)?.values['women']).toBe(3);
    expect(laid.at(laid.down[1]!, laid.across[0]!)).toBeUndefined();
  });

  test('lead to the cases behind them, within the same filters', () => {
    const { of } = row('admission', 'remand', 2);
    expect(hashOf(casesBehind(measure, of, 'women', { site: 'north', page: '2' }))).toBe(
      '#/measures/cases?site=north&measure=womenByPhase&phase=admission&track=remand&value=women',
    );
    expect(casesBehind(measure, { phase: of['phase']! }, 'women', {}).asked).toEqual({
      measure: 'womenByPhase',
      phase: 'admission',
      value: 'women',
    });
  });
});

test('what every measure notes is found once', () => {
  const noting = (...notes: string[]): Measure => ({ ...measure, notes });
  expect(notedByAll([noting('a', 'b'), noting('b'), noting('c', 'b')])).toEqual(['b']);
  expect(notedByAll([noting('a')])).toEqual([]);
  expect(notedByAll([noting('a'), measure])).toEqual([]);
});

describe('the months of the report', () => {
  test('have names', () => {
    expect(monthInWords('2026-10')).toBe('October 2026');
    expect(monthInWords('2026-10', 'short')).toBe('Oct 2026');
  });
});

describe('what is drawn', () => {
  test('is nothing where all are too few to be shown', () => {
    expect(drawable(measure)).toBe('something');
    expect(drawable({ ...measure, rows: [row('admission', 'full', '<5'), row('handover', 'full', 0)] })).toBe('hidden');
    expect(drawable({ ...measure, rows: [row('admission', 'full', 0), row('handover', 'full', null)] })).toBe('nothing');
  });

  test('has a colour for each series, the least of them together in one', () => {
    const series = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const points = series.flatMap((name, number) =>
      ['Week 1', 'Week 2'].map((place) => ({ place, series: name, amount: 10 - number, words: '' })),
    );
    const drawn = asManyAsColours(series, points);
    expect(drawn.series).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'All others']);
    expect(drawn.points.filter(({ series: name }) => name === 'All others')).toEqual([
      { place: 'Week 1', series: 'All others', amount: 7, words: '7' },
      { place: 'Week 2', series: 'All others', amount: 7, words: '7' },
    ]);
    expect(asManyAsColours(series.slice(1), points.slice(2))).toEqual({ series: series.slice(1), points: points.slice(2) });
  });
});
