/** A table reduced to what can be compared: cells by rule and column. */
export interface Plain {
  readonly columns: readonly string[];
  readonly rules: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** One cell that differs; a rule that one side has not has no text there. */
export interface CellDifference {
  readonly row: string;
  readonly column: string;
  readonly one: string;
  readonly other: string;
}

const ANNOTATION = 'Annotation';

/** Reads a table's text in the browser. */
export function plain(xml: string): Plain {
  const tree = new DOMParser().parseFromString(xml, 'text/xml');
  const all = (parent: Element | Document, name: string): Element[] => [...parent.getElementsByTagNameNS('*', name)];
  const text = (element: Element): string => element.textContent?.trim() ?? '';
  const named = (clause: Element): string => clause.getAttribute('label') ?? clause.getAttribute('name') ?? clause.id;
  return {
    columns: [...all(tree, 'input').map(named), ...all(tree, 'output').map(named), ANNOTATION],
    rules: all(tree, 'rule').map((rule) => ({
      id: rule.id,
      cells: [
        ...all(rule, 'inputEntry').map(text),
        ...all(rule, 'outputEntry').map(text),
        [...rule.children].filter((child) => child.localName === 'description').map(text).join(' '),
      ],
    })),
  };
}

/** Every cell that is not the same in both. */
export function differences(one: Plain, other: Plain): readonly CellDifference[] {
  const cellsOf = (table: Plain): ReadonlyMap<string, string> =>
    new Map(table.rules.flatMap(({ id, cells }) => cells.map((cell, at) => [`${id}\n${table.columns[at] ?? at}`, cell] as const)));
  const first = cellsOf(one);
  const second = cellsOf(other);
  const rowIn = (table: Plain, id: string): number => table.rules.findIndex((rule) => rule.id === id) + 1;
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((key) => {
    const before = first.get(key) ?? '';
    const after = second.get(key) ?? '';
    if (before === after) return [];
    const [rule = '', column = ''] = key.split('\n');
    const row = rowIn(one, rule);
    return [{ row: row > 0 ? `Row ${row}` : `New row ${rowIn(other, rule)}`, column, one: before, other: after }];
  });
}
