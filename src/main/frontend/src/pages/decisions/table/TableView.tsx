import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading } from '../../shared/Frame';
import type { CellChosen, OpenTable } from './dmn';
import { type Marks, styleOf } from './marks';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
  readonly editable: boolean;
  readonly marks: Marks;
  readonly opened?: (table: OpenTable) => void;
  readonly changed?: (xml: string) => void;
  readonly chosen?: (cell: CellChosen | undefined) => void;
}

/** A table as dmn-js draws it, to read or to edit. It is drawn once; another text needs another key. */
export function TableView({ id, name, xml, editable, marks, opened, changed, chosen }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef({ opened, changed, chosen });
  told.current = { opened, changed, chosen };
  const [state, setState] = useState<'loading' | 'shown' | string>('loading');

  useEffect(() => {
    let table: OpenTable | undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const { openTable } = await import('./dmn');
      if (place.current === null || gone) return;
      const tellText = async (): Promise<void> => {
        const text = await table?.xml();
        if (text !== undefined && !gone) told.current.changed?.(text);
      };
      table = await openTable(place.current, xml, id, {
        name,
        editable,
        changed: () => void tellText(),
        chosen: (cell) => told.current.chosen?.(cell),
      });
      if (gone) table.close();
      else {
        setState('shown');
        told.current.opened?.(table);
      }
    };
    draw().catch((error: unknown) => setState(error instanceof Error ? error.message : 'The table cannot be shown.'));
    return () => {
      gone = true;
      table?.close();
    };
  }, []);

  return (
    <div class={`table ${editable ? 'editable' : 'readOnly'}`}>
      {state === 'loading' && <Loading what="Drawing the table" />}
      {state !== 'loading' && state !== 'shown' && (
        <div class="problem" role="alert">
          <p>The table cannot be shown: {state}</p>
        </div>
      )}
      <style>{styleOf(marks)}</style>
      <div ref={place} class="drawn" />
    </div>
  );
}

/** Brings a rule or cell into sight. */
export function bringIntoSight(elementId: string): void {
  document
    .querySelector(`.drawn td[data-element-id="${CSS.escape(elementId)}"], .drawn td.rule-index[data-row-id="${CSS.escape(elementId)}"]`)
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
