/** What is marked in a table: whole rules, single cells, how often each rule fired, and the cell that is chosen. */
export interface Marks {
  readonly rules: readonly string[];
  readonly cells: readonly string[];
  readonly look: 'finding' | 'fired';
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen?: string | undefined;
}

const LOOKS = {
  finding: { rule: '#fff3e0', cell: '#ffd699', edge: '#8a4b00' },
  fired: { rule: '#e2f4e8', cell: '#e2f4e8', edge: '#1b6b3a' },
};

const CHOSEN = '#5b3a8e';

/** A style sheet that marks them; the table is drawn anew while it is edited, so marks cannot hang on its elements. */
export function styleOf({ rules, cells, look, counts, chosen }: Marks): string {
  const { rule, cell, edge } = LOOKS[look];
  const lines = [
    ...rules.flatMap((id) => [
      `.tjs-table tr:has(> ${indexOf(id)}) > td { background: ${rule} !important; }`,
      `.tjs-table ${indexOf(id)} { box-shadow: inset 5px 0 ${edge}; }`,
    ]),
    ...cells.map(
      (id) => `.tjs-table td[data-element-id=${quoted(id)}] { background: ${cell} !important; outline: 3px solid ${edge}; outline-offset: -3px; }`,
    ),
    ...(chosen === undefined ? [] : [`.tjs-table td[data-element-id=${quoted(chosen)}] { outline: 2px solid ${CHOSEN}; outline-offset: -2px; }`]),
    ...[...counts].map(([id, count]) => `.tjs-table ${indexOf(id)}::after { content: ${quoted(timesInWords(count))}; }`),
  ];
  return lines.join('\n');
}

/** How often a rule fired: "never", "12 ×". */
export function timesInWords(count: number): string {
  return count === 0 ? 'never' : `${count.toLocaleString('en-GB')} ×`;
}

function indexOf(rule: string): string {
  return `td.rule-index[data-row-id=${quoted(rule)}]`;
}

function quoted(text: string): string {
  return `"${text.replace(/[^\w .×,-]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
}
