import type { Column, Value } from './api';
import { isList, typed, valueWithMeaning, written } from './values';

interface Props {
  readonly column: Column;
  readonly value: Value | undefined;
  readonly change: (value: Value) => void;
  readonly id?: string;
  /** Said to screen readers where no label stands. */
  readonly label?: string;
  /** What an empty field means. */
  readonly empty?: string;
  readonly readOnly?: boolean;
}

/** A field for one input or output: a list of its values with what each means, yes or no, a number, a date or a text. */
export function ValueField({ column, value, change, id, label, empty = 'Not known', readOnly = false }: Props) {
  const named = { ...(id === undefined ? {} : { id }), ...(label === undefined ? {} : { 'aria-label': label }), disabled: readOnly };
  if (isList(column)) return <ListField column={column} value={value} change={change} readOnly={readOnly} />;
  if (column.type === 'boolean' || column.values.length > 0) {
    return (
      <select {...named} value={written(value)} onChange={(event) => change(typed(event.currentTarget.value, column))}>
        <option value="">{empty}</option>
        {optionsOf(column, value).map(([option, text]) => (
          <option value={option}>{text}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...named}
      type={column.type === 'number' ? 'number' : column.type === 'date' ? 'date' : 'text'}
      step="any"
      placeholder={empty}
      value={written(value)}
      onInput={(event) => change(typed(event.currentTarget.value, column))}
    />
  );
}

function optionsOf(column: Column, value: Value | undefined): readonly (readonly [string, string])[] {
  if (column.type === 'boolean') {
    return [
      ['true', 'Yes'],
      ['false', 'No'],
    ];
  }
  const known = column.values.map(({ value: option, meaning }) => [option, valueWithMeaning(option, meaning)] as const);
  const now = written(value);
  return now === '' || column.values.some((one) => one.value === now) ? known : [...known, [now, `${now}: not a value of this table`]];
}

function ListField({ column, value, change, readOnly }: Omit<Props, 'id' | 'label' | 'empty'>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : undefined;
  return (
    <fieldset class="list">
      <legend class="hidden">{column.label}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={chosen === undefined}
          disabled={readOnly ?? false}
          onChange={(event) => change(event.currentTarget.checked ? null : [])}
        />
        Not known
      </label>
      {column.values.map(({ value: option, meaning }) => (
        <label class="choice">
          <input
            type="checkbox"
            checked={chosen?.includes(option) ?? false}
            disabled={readOnly ?? false}
            onChange={(event) =>
              change(event.currentTarget.checked ? [...(chosen ?? []), option] : (chosen ?? []).filter((one) => one !== option))
            }
          />
          {valueWithMeaning(option, meaning)}
        </label>
      ))}
    </fieldset>
  );
}
