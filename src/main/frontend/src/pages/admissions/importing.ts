import { stream } from '../shared/server';

/** What became of one line of the file. */
export interface Row {
  readonly line: number;
  readonly status: 'created' | 'alreadyOpen' | 'refused';
  readonly caseNumber?: string | null;
  readonly errors: readonly { readonly field: string; readonly reason: string }[];
}

/** How many lines there were and what became of them. */
export interface Totals {
  readonly rows: number;
  readonly created: number;
  readonly alreadyOpen: number;
  readonly refused: number;
}

export type Line = { readonly toDo: number } | Row | { readonly totals: Totals };

export function isRow(line: Line): line is Row {
  return 'status' in line;
}

/** Sends the file; first how many lines it has, then each line as it is done, then the totals. */
export async function* importFile(file: File): AsyncGenerator<Line> {
  const content = new FormData();
  content.set('file', file);
  for await (const line of linesOf(await stream('/api/admissions/import', content))) {
    yield JSON.parse(line) as Line;
  }
}

/** The lines of a text that arrives in parts. */
export async function* linesOf(parts: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = parts.getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
