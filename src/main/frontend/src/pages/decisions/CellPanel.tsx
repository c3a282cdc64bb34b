import type { Column } from './api';
import type { CellChosen } from './table/dmn';
import { listedIn, literal } from './values';

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
  const options = optionsOf(column);
  if (options.length === 0) return <Free cell={cell} column={column} />;
  if (column.type === 'any') return <Meanings column={column} />;
  const listed = listedIn(cell.text);
  const tick = (text: string, on: boolean): void =>
    set([...(listed ?? []).filter((one) => one !== text), ...(on ? [text] : [])].join(', '));
  return (
    <fieldset class="values">
      <legend>{cell.isInput ? 'The rule applies to' : 'The result is'}</legend>
      {options.map(({ text, label, meaning }) => (
        <Choice
          type={cell.isInput ? 'checkbox' : 'radio'}
          label={label}
          meaning={meaning}
          checked={listed?.includes(text) ?? false}
          choose={(on) => (cell.isInput ? tick(text, on) : set(text))}
        />
      ))}
      {cell.isInput && (
        <>
          <Choice
            type="checkbox"
            label="Not known"
            checked={listed?.includes('null') ?? false}
            choose={(on) => tick('null', on)}
          />
          <Choice type="checkbox" label="Anything, also not known" checked={anything(cell)} choose={() => set('')} />
        </>
      )}
      {listed === undefined && (
        <p class="soft">
          The cell holds more than a list: <code>{cell.text}</code>. A tick replaces it.
        </p>
      )}
    </fieldset>
  );
}

interface Option {
  readonly text: string;
  readonly label: string;
  readonly meaning?: string | undefined;
}

function optionsOf(column: Column): readonly Option[] {
  if (column.type === 'boolean') {
    return [
      { text: 'true', label: 'Yes' },
      { text: 'false', label: 'No' },
    ];
  }
  return column.values.map(({ value, meaning }) => ({
    text: literal(value, column),
    label: value,
    ...(meaning && meaning.toLowerCase() !== value.toLowerCase() ? { meaning } : {}),
  }));
}

function Free({ cell, column }: { readonly cell: CellChosen; readonly column: Column }) {
  const example = column.type === 'number' ? (cell.isInput ? '[10..20]' : '10') : '"text"';
  return (
    <p class="soft">
      {column.type === 'number' ? 'A number' : column.type === 'date' ? 'A date' : 'Free'}, for example <code>{example}</code>
      {cell.isInput && '; empty for anything'}. Its name in the process is <code>{column.name}</code>.
    </p>
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
