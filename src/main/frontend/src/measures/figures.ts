import { dayInWords } from '../tasklist/when';
import type { Code, Figure, Measure, Row, Unit } from './model';
import { type Where, filtersOf } from './where';

const NUMBERS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const SHARES = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/**
 * A figure as it is read: "1,234", "66 %", "–" where there is nothing to say. What the server hides is not always fewer
 * than five: it can stand beside such a number, which it would tell.
 */
export function said(figure: Figure | undefined, unit: Unit): string {
  if (figure === null || figure === undefined || figure === '') return '–';
  if (typeof figure === 'string') {
    if (figure.startsWith('<')) return 'hidden';
    return /^\d{4}-\d{2}-\d{2}$/.test(figure) ? dayInWords(figure) : figure;
  }
  return unit === 'share' ? SHARES.format(figure).replace('%', ' %') : NUMBERS.format(figure);
}

/** Whether it is a number that can be drawn and added up. */
export function isNumber(figure: Figure | undefined): figure is number {
  return typeof figure === 'number';
}

/** The rows added up; what is hidden or unknown adds nothing. */
export function sum(rows: readonly Row[], value: string): number {
  return rows.reduce((total, row) => total + (isNumber(row.values[value]) ? (row.values[value] as number) : 0), 0);
}

/** The rows' figure together; nothing where one of several is hidden, since the others would tell it. */
export function together(rows: readonly Row[], value: string): Figure {
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only.values[value] ?? null;
  return rows.some((row) => typeof row.values[value] === 'string') ? null : sum(rows, value);
}

/** What to ask for to see the cases behind a figure: its dimensions, and the filters that the figure was made with. */
export function casesBehind(measure: Measure, of: Row['of'], value: string, asked: Where['asked']): Where {
  const codes = Object.fromEntries(
    measure.dimensions.flatMap(({ key }) => {
      const code = of[key]?.code;
      return code === null || code === undefined ? [] : [[key, code]];
    }),
  );
  return { view: 'cases', asked: { ...filtersOf(asked), measure: measure.id, ...codes, value } };
}

/** A measure of two dimensions as a table: one down, one across. */
export interface Pivot {
  readonly down: readonly Code[];
  readonly across: readonly Code[];
  at(down: Code, across: Code): Row | undefined;
}

/** From the shortest stay. */
export const TRACKS: readonly (string | null)[] = ['remand', 'veryShort', 'short', 'full', 'undecided'];

/** Codes in an order that stays the same whoever is counted: tracks from the shortest stay, others as the server told them. */
export function inOrder(codes: readonly Code[]): Code[] {
  return [...codes].sort((one, other) => TRACKS.indexOf(one.code) - TRACKS.indexOf(other.code));
}

/** Lays rows out by two dimensions, each in its order. */
export function pivot(rows: readonly Row[], down: string, across: string): Pivot {
  const cells = new Map<string, Row>();
  const seen = { down: new Map<string | null, Code>(), across: new Map<string | null, Code>() };
  for (const row of rows) {
    const [one, other] = [row.of[down], row.of[across]];
    if (one === undefined || other === undefined) continue;
    if (!seen.down.has(one.code)) seen.down.set(one.code, one);
    if (!seen.across.has(other.code)) seen.across.set(other.code, other);
    cells.set(JSON.stringify([one.code, other.code]), row);
  }
  return {
    down: inOrder([...seen.down.values()]),
    across: inOrder([...seen.across.values()]),
    at: (one, other) => cells.get(JSON.stringify([one.code, other.code])),
  };
}

/** How many of how many, as whole per cent; nothing of none. */
export function share(part: Figure | undefined, of: Figure | undefined): number | undefined {
  return isNumber(part) && isNumber(of) && of > 0 ? part / of : undefined;
}

/** What every one of several measures notes. */
export function notedByAll(measures: readonly Measure[]): string[] {
  const [first, ...others] = measures;
  if (others.length === 0) return [];
  return (first?.notes ?? []).filter((note) => others.every(({ notes = [] }) => notes.includes(note)));
}

/** Whether there is something to draw, or only what is hidden, or nothing at all. */
export function drawable({ rows, values }: Measure): 'something' | 'hidden' | 'nothing' {
  const figures = rows.flatMap((row) => values.map(({ key }) => row.values[key]));
  if (figures.some((figure) => isNumber(figure) && figure !== 0)) return 'something';
  return figures.some((figure) => typeof figure === 'string') ? 'hidden' : 'nothing';
}
