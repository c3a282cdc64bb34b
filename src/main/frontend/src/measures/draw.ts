import * as Plot from '@observablehq/plot';
import type { Kind } from './Chart';
import { TRACKS, inOrder, isNumber, said } from './figures';
import type { Code, Measure, Row } from './model';
import { monthInWords } from './months';

/** After Okabe and Ito: seven colours that also colour-blind people tell apart. The style sheet says which for light and dark. */
const COLOURS = [1, 2, 3, 4, 5, 6, 7].map((number) => `var(--series-${number})`);
const MONTHS = [
  { day: 30, label: '1 month' },
  { day: 91, label: '3 months' },
  { day: 182, label: '6 months' },
  { day: 365, label: '12 months' },
];
/** Twelve weeks ahead, also those in which nothing is due. */
const WEEKS = Array.from({ length: 12 }, (_, week) => `Week ${week + 1}`);
const OTHERS = 'All others';
const ROW_HEIGHT = 34;
const WIDE_ENOUGH = 950;
const LETTER_WIDTH = 7.5;

type Drawn = (measure: Measure, width: number) => Element;

const KINDS: Readonly<Record<Kind, Drawn>> = { stacked, columns, bars, pairs, survival, trend };

/** Draws a measure as wide as there is room. */
export function draw(kind: Kind, measure: Measure, width: number): Element {
  const drawn = KINDS[kind](measure, width);
  drawn.setAttribute('aria-hidden', 'true');
  for (const named of drawn.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  return drawn;
}

export interface Point {
  readonly place: string;
  readonly series: string;
  readonly amount: number;
  /** The figure as it is read, also where few are hidden. */
  readonly words: string;
}

/** What is drawn of each row: its first value, together with others that count the same. */
function pointsOf({ dimensions, values, rows }: Measure): Point[] {
  const [first, second] = dimensions;
  const [value] = values;
  const alike = values.filter(({ unit }) => unit === value?.unit);
  if (first === undefined || value === undefined) return [];
  return rows.map((row) => ({
    place: labelOf(row, first.key),
    series: second === undefined ? value.title : labelOf(row, second.key),
    amount: alike.reduce((all, { key }) => all + amountOf(row, key), 0),
    words: withShare(said(row.values[value.key], value.unit), row.values['share']),
  }));
}

/** A figure with its share of a whole, where the server tells one. */
function withShare(words: string, share: Row['values'][string] | undefined): string {
  return isNumber(share) ? `${words} (${said(share, 'share')})` : words;
}

function labelOf(row: Row, key: string): string {
  const { code, label } = row.of[key] ?? { code: '', label: '' };
  return code !== null && /^\d{4}-\d{2}$/.test(code) ? monthInWords(code, 'short') : label;
}

function amountOf(row: Row, key: string): number {
  const figure = row.values[key];
  return isNumber(figure) ? figure : 0;
}

function frame(width: number, height: number, rest: Plot.PlotOptions): Element {
  return Plot.plot({ width, height, style: { background: 'none', fontSize: '13px', fontFamily: 'inherit', color: 'inherit' }, ...rest });
}

/** Where an axis ends; also where there is nothing yet it has a length. */
function mostOf(amounts: readonly number[]): number {
  return Math.max(1, ...amounts);
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** The names of what is drawn in colours of their own, in their order. */
function seriesOf({ dimensions, values, rows }: Measure): string[] {
  const second = dimensions[1]?.key;
  if (second === undefined) return values.slice(0, 1).map(({ title }) => title);
  const codes = new Map<string | null, Code>();
  for (const { of } of rows) codes.set(of[second]?.code ?? null, of[second] ?? { code: null, label: '' });
  return inOrder([...codes.values()]).map(({ label }) => label);
}

/** Which colour each series has, counted from 1: a track has always the same, whoever is counted. */
function coloursOf({ dimensions, rows }: Measure, series: readonly string[]): readonly number[] {
  const second = dimensions[1]?.key ?? '';
  const tracks = new Map(rows.map(({ of }) => [of[second]?.label ?? '', TRACKS.indexOf(of[second]?.code ?? null)]));
  return series.map((name, place) => 1 + (second === 'track' ? Math.max(0, tracks.get(name) ?? place) : place % COLOURS.length));
}

function colours(series: readonly string[], numbers: readonly number[]): Plot.ScaleOptions {
  return { type: 'ordinal', domain: series, range: numbers.map((number) => `var(--series-${number})`), legend: true };
}

/** Text on a colour: white only on the darkest. */
function onColour(series: readonly string[], numbers: readonly number[]): (point: Point) => string {
  return (point) => `var(--on-series-${numbers[series.indexOf(point.series)] ?? 1})`;
}

function leftMargin(points: readonly Point[], width: number): number {
  const longest = Math.max(0, ...points.map(({ place }) => place.length));
  return Math.min(width * 0.42, 24 + longest * 8);
}

function stacked(measure: Measure, width: number): Element {
  const points = pointsOf(measure);
  const totals = new Map<string, number>();
  for (const { place, amount } of points) totals.set(place, (totals.get(place) ?? 0) + amount);
  const most = mostOf([...totals.values()]);
  const places = once(points.map(({ place }) => place));
  const series = seriesOf(measure);
  const numbers = coloursOf(measure, series);
  const margin = { marginLeft: leftMargin(points, width), marginRight: 40 };
  const room = (point: Point): number => (point.amount / most) * (width - margin.marginLeft - margin.marginRight);
  const told = (point: Point): string =>
    [`${point.series} ${point.amount}`, String(point.amount)].find((text) => text.length * LETTER_WIDTH < room(point)) ?? '';
  return frame(width, places.length * ROW_HEIGHT + 40, {
    ...margin,
    x: { label: null, ticks: Math.min(4, most), tickFormat: 'd', grid: true, domain: [0, most] },
    y: { label: null, domain: places, tickSize: 0 },
    color: colours(series, numbers),
    marks: [
      Plot.barX(points, { x: 'amount', y: 'place', fill: 'series', order: series, insetRight: 1.5, insetTop: 2, insetBottom: 2 }),
      Plot.textX(
        points,
        Plot.stackX({
          x: 'amount',
          y: 'place',
          z: 'series',
          order: series,
          text: told,
          fill: onColour(series, numbers),
        }),
      ),
      Plot.text(
        [...totals].map(([place, total]) => ({ place, total })),
        { x: 'total', y: 'place', text: 'total', textAnchor: 'start', dx: 5, fontWeight: 'bold' },
      ),
    ],
  });
}

/** A column for each month or week, in parts where there are two dimensions; each part has a letter beside its colour. */
function columns(measure: Measure, width: number): Element {
  const inParts = measure.dimensions.length > 1;
  const { series, points: together } = asManyAsColours(seriesOf(measure), pointsOf(measure));
  const named = (name: string): string => (inParts ? `${letter(series, name)}: ${name}` : name);
  const points = together.map((point) => ({
    ...point,
    series: named(point.series),
    letter: letter(series, point.series),
  }));
  const places = measure.dimensions[0]?.key === 'week' ? WEEKS : once(points.map(({ place }) => place));
  const totals = places.map((place) => {
    const here = points.filter((point) => point.place === place);
    const total = here.reduce((all, { amount }) => all + amount, 0);
    return { place, total, words: inParts ? said(total, 'number') : (here[0]?.words ?? '') };
  });
  const most = mostOf(totals.map(({ total }) => total));
  const order = series.map(named);
  const numbers = coloursOf(measure, series);
  return frame(width, 300, {
    marginBottom: 40,
    x: namesBelow(places, width),
    y: { label: null, grid: true, ticks: Math.min(4, most), tickFormat: 'd', domain: [0, most] },
    color: { ...colours(order, numbers), legend: inParts },
    marks: [
      Plot.barY(points, { x: 'place', y: 'amount', fill: 'series', order, insetTop: 1, insetLeft: 2, insetRight: 2 }),
      Plot.textY(
        inParts ? points : [],
        Plot.stackY({
          x: 'place',
          y: 'amount',
          z: 'series',
          order,
          text: (point: (typeof points)[number]) => (point.amount / most >= 0.06 ? point.letter : ''),
          fill: onColour(order, numbers),
        }),
      ),
      Plot.text(totals, { x: 'place', y: 'total', text: ({ words }) => (words === '0' ? '' : words), dy: -8 }),
      Plot.ruleY([0]),
    ],
  });
}

/** No colour stands for two: what is least of all is drawn together. The table has each. */
export function asManyAsColours(series: readonly string[], points: readonly Point[]): { readonly series: readonly string[]; readonly points: readonly Point[] } {
  if (series.length <= COLOURS.length) return { series, points };
  const amounts = new Map(series.map((name) => [name, 0]));
  for (const { series: name, amount } of points) amounts.set(name, (amounts.get(name) ?? 0) + amount);
  const most = [...series].sort((one, other) => (amounts.get(other) ?? 0) - (amounts.get(one) ?? 0)).slice(0, COLOURS.length - 1);
  const kept = series.filter((name) => most.includes(name));
  const others = new Map<string, Point>();
  for (const point of points.filter(({ series: name }) => !kept.includes(name))) {
    const amount = point.amount + (others.get(point.place)?.amount ?? 0);
    others.set(point.place, { place: point.place, series: OTHERS, amount, words: said(amount, 'number') });
  }
  return { series: [...kept, OTHERS], points: [...points.filter(({ series: name }) => kept.includes(name)), ...others.values()] };
}

function letter(series: readonly string[], name: string): string {
  return String.fromCharCode(65 + series.indexOf(name));
}

/** So many names below the columns as there is room for. */
function namesBelow(places: readonly string[], width: number): Plot.ScaleOptions {
  const every = Math.max(1, Math.ceil((places.length * 66) / width));
  return {
    label: null,
    domain: places,
    tickSize: 0,
    tickFormat: (place: string) => (places.indexOf(place) % every === 0 ? place : ''),
  };
}

/** A bar for each row. */
function bars(measure: Measure, width: number): Element {
  const points = pointsOf(measure);
  return frame(width, points.length * ROW_HEIGHT + 20, {
    marginLeft: leftMargin(points, width),
    marginRight: 20 + Math.max(0, ...points.map(({ words }) => words.length)) * 8,
    x: { label: null, axis: null, domain: [0, mostOf(points.map(({ amount }) => amount))] },
    y: { label: null, domain: once(points.map(({ place }) => place)), tickSize: 0 },
    marks: [
      Plot.barX(points, { x: 'amount', y: 'place', fill: COLOURS[0]!, insetTop: 3, insetBottom: 3 }),
      Plot.text(points, { x: 'amount', y: 'place', text: 'words', textAnchor: 'start', dx: 5 }),
      Plot.ruleX([0]),
    ],
  });
}

/** What was due as an outline, what was done as a filled column. */
function pairs(measure: Measure, width: number): Element {
  const [first] = measure.dimensions;
  const [due, made] = measure.values;
  if (first === undefined || due === undefined || made === undefined) return bars(measure, width);
  const points = measure.rows.map((row) => ({
    place: labelOf(row, first.key),
    due: amountOf(row, due.key),
    made: amountOf(row, made.key),
    words: [row.values[made.key], row.values[due.key]].map((figure) => (isNumber(figure) ? said(figure, 'number') : '?')).join(' / '),
  }));
  const narrow = points.length * 46 > width;
  const most = mostOf(points.flatMap(({ due: all, made: done }) => [all, done]));
  return frame(width, 260, {
    marginBottom: 40,
    x: namesBelow(
      points.map(({ place }) => place),
      width,
    ),
    y: { label: null, grid: true, ticks: Math.min(4, most), tickFormat: 'd', domain: [0, most] },
    marks: [
      Plot.barY(points, { x: 'place', y: 'made', fill: COLOURS[0]!, insetLeft: 3, insetRight: 3 }),
      Plot.barY(points, { x: 'place', y: 'due', fill: 'none', stroke: 'currentColor', strokeDasharray: '4 3', insetLeft: 1, insetRight: 1 }),
      Plot.text(points, { x: 'place', y: 'due', text: ({ words }) => (narrow ? '' : words), dy: -8 }),
      Plot.ruleY([0]),
    ],
  });
}

interface Kept {
  readonly day: number;
  readonly kept: number;
  readonly low: number;
  readonly high: number;
}

/** The share still kept by day, with its confidence band and the benchmark. */
function survival(measure: Measure, width: number): Element {
  const days: Kept[] = measure.rows.flatMap((row) => {
    const { kept, low, high } = row.values;
    const day = Number(row.of['day']?.code);
    return isNumber(kept) ? [{ day, kept, low: isNumber(low) ? low : kept, high: isNumber(high) ? high : kept }] : [];
  });
  const benchmark = measure.rows.map((row) => row.values['benchmark']).find(isNumber);
  const at = MONTHS.flatMap(({ day, label }) => {
    const last = days.filter((one) => one.day <= day).at(-1);
    const beyond = days.some((one) => one.day >= day);
    return last === undefined || !beyond ? [] : [{ ...last, day, label }];
  });
  return frame(width, 320, {
    marginBottom: 40,
    marginLeft: 54,
    marginRight: 48,
    x: { label: null, domain: [0, 372], ticks: [0, ...MONTHS.map(({ day }) => day)], tickFormat: tickOf(width) },
    y: { label: null, domain: [0, 1], grid: true, ticks: 5, tickFormat: (part: number) => said(part, 'share') },
    marks: [
      Plot.areaY(days, { x: 'day', y1: 'low', y2: 'high', fill: COLOURS[0]!, fillOpacity: 0.22, curve: 'step-after' }),
      Plot.lineY(days, { x: 'day', y: 'kept', stroke: COLOURS[0]!, strokeWidth: 2.5, curve: 'step-after' }),
      Plot.dot(at, { x: 'day', y: 'kept', fill: COLOURS[0]!, r: 4.5 }),
      Plot.text(at, { x: 'day', y: 'kept', text: ({ kept }) => said(kept, 'share'), dy: -14, fontWeight: 'bold' }),
      ...(benchmark === undefined
        ? []
        : [
            Plot.ruleY([benchmark], { stroke: 'var(--series-6)', strokeWidth: 2, strokeDasharray: '7 4' }),
            Plot.text([benchmark], {
              x: 4,
              y: (line: number) => line,
              text: (line: number) => `${said(line, 'share')}, Syracuse programme`,
              textAnchor: 'start',
              dy: 11,
            }),
          ]),
      Plot.ruleY([0]),
    ],
  });
}

/** The first month is near the release: where there is no room for both in words, months are told by their number. */
function tickOf(width: number): (day: number) => string {
  const label = (day: number): string => MONTHS.find((month) => month.day === day)?.label ?? 'Release';
  return (day) => (width < WIDE_ENOUGH && day < 365 ? (day === 0 ? '0' : label(day).replace(/ .*/, '')) : label(day));
}

/** Two values month by month, a strip for each of the first dimension. */
function trend(measure: Measure, width: number): Element {
  const [first, second] = measure.dimensions;
  const [middle, outer] = measure.values;
  if (first === undefined || second === undefined || middle === undefined || outer === undefined) return bars(measure, width);
  const months = once(measure.rows.map((row) => row.of[second.key]?.code ?? '').sort());
  const labels = new Map(measure.rows.map((row) => [row.of[second.key]?.code ?? '', labelOf(row, second.key)]));
  const points = measure.rows.map((row) => ({
    strip: labelOf(row, first.key),
    month: row.of[second.key]?.code ?? '',
    middle: isNumber(row.values[middle.key]) ? row.values[middle.key] : null,
    outer: isNumber(row.values[outer.key]) ? row.values[outer.key] : null,
    words: said(row.values[middle.key], middle.unit),
  }));
  const strips = once(points.map(({ strip }) => strip));
  const every = Math.max(1, Math.ceil((months.length * 66) / (width - 200)));
  return frame(width, strips.length * 96 + 40, {
    marginLeft: 40,
    marginRight: 150,
    marginBottom: 30,
    fy: { label: null, domain: strips },
    x: {
      type: 'point',
      label: null,
      domain: months,
      tickSize: 0,
      tickFormat: (month: string) => (months.indexOf(month) % every === 0 ? (labels.get(month) ?? month) : ''),
    },
    y: { label: null, grid: true, ticks: 3, zero: true, nice: true, insetTop: 10, insetBottom: 16 },
    marks: [
      Plot.frame({ stroke: 'var(--line)' }),
      Plot.lineY(points, { fy: 'strip', x: 'month', y: 'outer', stroke: COLOURS[5]!, strokeDasharray: '4 3' }),
      Plot.lineY(points, { fy: 'strip', x: 'month', y: 'middle', stroke: COLOURS[0]!, strokeWidth: 2 }),
      Plot.dot(points, { fy: 'strip', x: 'month', y: 'outer', stroke: COLOURS[5]!, symbol: 'diamond' }),
      Plot.dot(points, { fy: 'strip', x: 'month', y: 'middle', fill: COLOURS[0]!, r: 4 }),
      Plot.text(points, { fy: 'strip', x: 'month', y: 'middle', text: ({ middle: known, words }) => (known === null ? '' : words), dy: 13 }),
    ],
  });
}
