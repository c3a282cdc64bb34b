import type { Column, Columns, Row, Told, Value } from './api';

/** A value as a person reads it. */
export function valueInWords(value: Value | undefined): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.map(valueInWords).join(', ');
  return String(value);
}

/** The name that a person knows a column by. */
export function labelOf(columns: readonly Column[], name: string): string {
  return columns.find((column) => column.name === name)?.label ?? name;
}

/** The name that a person knows an input or output by. */
export function labelIn({ inputs, outputs }: Columns, name: string): string {
  return labelOf([...inputs, ...outputs], name);
}

/** A result as a person reads it: an empty one is nothing, not something that nobody knows. */
export function resultInWords(value: Value | undefined): string {
  return value === null || value === undefined || value === '' ? 'nothing' : valueInWords(value);
}

/** Inputs or one row of results in a sentence: "Track: full; Weeks of notice: 6". */
export function rowInWords(row: Row, columns: readonly Column[], inWords = valueInWords): string {
  if ('problem' in row) return String(row['problem']);
  return Object.entries(row)
    .map(([name, value]) => `${labelOf(columns, name)}: ${inWords(value)}`)
    .join('; ');
}

/** An example's inputs in words; those that it leaves out are not known. */
export function exampleInWords(example: Row, inputs: readonly Column[]): string {
  const given = Object.fromEntries(Object.entries(example).filter(([, value]) => value !== null));
  const all = inputs.every(({ name }) => name in given);
  const rest = all ? '' : Object.keys(given).length === 0 ? 'nothing is known' : '; nothing else is known';
  return rowInWords(given, inputs) + rest;
}

/** All rows of a result, in words. */
export function rowsInWords(rows: readonly Row[], columns: readonly Column[]): string {
  return rows.length === 0 ? 'no result' : rows.map((row) => rowInWords(row, columns, resultInWords)).join(' / ');
}

/** A result that the server told as a sentence or as rows. */
export function toldInWords(told: Told, columns: readonly Column[]): string {
  if (told === null || told === '') return 'no result';
  if (typeof told === 'string') return told;
  return isRows(told) ? rowsInWords(told, columns) : rowInWords(told, columns, resultInWords);
}

function isRows(told: Row | readonly Row[]): told is readonly Row[] {
  return Array.isArray(told);
}

/** A value and what it means, unless it says so itself: "veryShort: Very short sentence". */
export function valueWithMeaning(value: string, meaning: string | null | undefined): string {
  return meaning && meaning.toLowerCase() !== value.toLowerCase() ? `${value}: ${meaning}` : value;
}

/** What stands in a field of an expected result for: nothing must come out here. */
export const NOTHING = '-';

/** What somebody expects of an output, as it stands in its field: nothing is a value, an empty field is not looked at. */
export function expectedAs(value: Value | undefined): string {
  return value === null ? NOTHING : written(value);
}

/** A row of expected results with what was typed for one of them; an empty field takes the output out of it. */
export function expecting(row: Row, column: Column, text: string): Row {
  const { [column.name]: _, ...others } = row;
  if (text.trim() === '') return others;
  return { ...others, [column.name]: text.trim() === NOTHING ? null : typed(text, column) };
}

/** The results that are compared with the expected ones; all of them when there is not one for each. */
export function compared(got: readonly Row[], expected: readonly Row[]): readonly Row[] {
  const names = new Set(expected.flatMap((row) => Object.keys(row)));
  if (names.size === 0 || got.length !== expected.length || got.some((row) => 'problem' in row)) return got;
  return got.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))));
}

/** What came out, as what must come out from now on; undefined when it cannot be expected. */
export function expectedNow(got: readonly Row[], expected: readonly Row[]): readonly Row[] | undefined {
  return got.some((row) => 'problem' in row) ? undefined : compared(got, expected);
}

/** Whether a table must say something about every woman; one that collects may say nothing. */
export function mustAnswer(hitPolicy: string): boolean {
  return hitPolicy !== 'COLLECT' && hitPolicy !== 'RULE_ORDER';
}

/** How a table takes its rules, in words: "rule order". */
export function hitPolicyInWords(hitPolicy: string): string {
  return hitPolicy.toLowerCase().replaceAll('_', ' ');
}

/** Whether a column holds lists: it has values and looks into them. */
export function isList(column: Column): boolean {
  return column.type === 'any' && column.values.length > 0;
}

/** What was typed into a column's field, as the value that it means; an empty field is "not known". */
export function typed(text: string, column: Column): Value {
  if (text.trim() === '') return null;
  if (column.type === 'boolean') return text === 'true';
  if (column.type === 'number') return Number.isNaN(Number(text)) ? text : Number(text);
  return text;
}

/** A value as it stands in a column's field. */
export function written(value: Value | undefined): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? value.join(', ') : String(value);
}

/** Every input with its value, those that nobody gave as not known. */
export function complete(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
}

const LITERAL = /"(?:[^"\\]|\\.)*"|\b(?:null|true|false)\b|-?\b\d+(?:\.\d+)?\b/g;

/** The literals that a cell of the table lists, as they stand there; undefined when it is more than such a list. */
export function listedIn(cell: string): readonly string[] | undefined {
  const text = cell.trim();
  if (text === '' || text === '-') return [];
  const found = text.match(LITERAL) ?? [];
  const between = text.replace(LITERAL, '').replace(/\s/g, '');
  return found.length > 0 && between === ','.repeat(found.length - 1) ? found : undefined;
}

/** A value of a column as it is written in a cell. */
export function literal(value: string, column: Column): string {
  return column.type === 'number' || column.type === 'boolean' ? value : JSON.stringify(value);
}
