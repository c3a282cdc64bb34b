import type { Column } from './api';
import type { CellChosen } from './table/dmn';
import { asCell, listedIn } from './values';

interface Props {
  readonly cell: CellChosen | undefined;
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly write: (cellId: string, text: string) => void;
}

/** The values that the chosen cell may hold and what each means; a tick writes them into the cell. */
export function CellPanel({ cell, inputs, outputs, write }: Props) {
  const column = [...inputs, ...outputs].find(({ id }) => id === cell?.columnId);
  return (
    <section class="aside" aria-labelledby="cell-title">
      <h2 id="cell-title">{cell === undefined || column === undefined ? 'Values' : `Row ${cell.row}, ${column.label}`}</h2>
      {cell === undefined || column === undefined ? (
        <p class="soft">Choose a cell: what it may hold, and what each value means, is shown here.</p>
      ) : (
        <Values cell={cell} column={column} write={write} />
      )}
    </section>
  );
}

function Values({ cell, column, write }: { readonly cell: CellChosen; readonly column: Column; readonly write: Props['write'] }) {
  const set = (text: string): void => write(cell.cellId, text);
  if (column.type === 'boolean') {
    return (
      <fieldset class="values">
        <legend>{cell.isInput ? 'The rule applies when it is' : 'The result is'}</legend>
        <Choice type="radio" label="Yes" checked={cell.text === 'true'} choose={() => set('true')} />
        <Choice type="radio" label="No" checked={cell.text === 'false'} choose={() => set('false')} />
        {cell.isInput && <Choice type="radio" label="Anything, also not known" checked={anything(cell)} choose={() => set('')} />}
      </fieldset>
    );
  }
  if (column.values.length === 0) {
    return (
      <p class="soft">
        {column.type === 'number' ? 'A number' : column.type === 'date' ? 'A date' : 'Free'}: {column.name}. For example{' '}
        <code>{column.type === 'number' ? (cell.isInput ? '[10..20]' : '10') : '"text"'}</code>
        {cell.isInput && ', empty for anything'}.
      </p>
    );
  }
  const chosen = listedIn(cell.text);
  if (column.type === 'any') return <Meanings column={column} />;
  const tick = (value: string | null, on: boolean): string =>
    asCell(on ? [...(chosen ?? []), value] : (chosen ?? []).filter((one) => one !== value));
  return (
    <fieldset class="values">
      <legend>{cell.isInput ? 'The rule applies to' : 'The result is'}</legend>
      {column.values.map(({ value, meaning }) => (
        <Choice
          type={cell.isInput ? 'checkbox' : 'radio'}
          label={value}
          meaning={meaning ?? undefined}
          checked={chosen?.includes(value) ?? false}
          choose={(on) => set(cell.isInput ? tick(value, on) : asCell([value]))}
        />
      ))}
      {cell.isInput && (
        <>
          <Choice
            type="checkbox"
            label="Not known"
            checked={chosen?.includes(null) ?? false}
            choose={(on) => set(tick(null, on))}
          />
          <Choice type="checkbox" label="Anything, also not known" checked={anything(cell)} choose={() => set('')} />
        </>
      )}
      {chosen === undefined && (
        <p class="soft">
          The cell holds more than a list: <code>{cell.text}</code>. A tick replaces it.
        </p>
      )}
    </fieldset>
  );
}

function Meanings({ column }: { readonly column: Column }) {
  return (
    <dl class="outcome">
      {column.values.map(({ value, meaning }) => (
        <div>
          <dt>
            <code>{value}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function anything({ text }: CellChosen): boolean {
  return text.trim() === '' || text.trim() === '-';
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly label: string;
  readonly meaning?: string | undefined;
  readonly checked: boolean;
  readonly choose: (on: boolean) => void;
}

function Choice({ type, label, meaning, checked, choose }: ChoiceProps) {
  return (
    <label>
      <input
        type={type}
        {...(type === 'radio' ? { name: 'cell-value' } : {})}
        checked={checked}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {label}
      {meaning !== undefined && meaning !== '' && <span class="soft"> {meaning}</span>}
    </label>
  );
}
