import { casesBehind, pivot, said, together } from './figures';
import type { Measure, Row, Value } from './model';
import { type Where, hashOf } from './where';

interface FigureProps {
  readonly measure: Measure;
  readonly of: Row['of'];
  readonly value: Value;
  readonly figure: Row['values'][string] | undefined;
  readonly asked: Where['asked'];
  readonly class?: string;
}

/** A figure; a link to the cases behind it where there are any. */
export function FigureOf({ measure, of, value, figure, asked, class: name }: FigureProps) {
  const text = said(figure, value.unit);
  if (!measure.hasCases || typeof figure !== 'number' || figure === 0 || value.unit === 'share' || value.unit === 'days') {
    return <span class={name}>{text}</span>;
  }
  const what = [...Object.values(of).map(({ label }) => label), value.title].join(', ');
  return (
    <a class={name} href={hashOf(casesBehind(measure, of, value.key, asked))} aria-label={`${text}: ${what}. Show the cases`}>
      {text}
    </a>
  );
}

interface TableProps {
  readonly measure: Measure;
  readonly asked: Where['asked'];
  /** Names what stands at a row's side, such as a mark that it is over a limit. */
  readonly late?: (row: Row, value: Value) => boolean;
}

/** Every row of a measure with its values. */
export function MeasureTable({ measure, asked, late = () => false }: TableProps) {
  const { dimensions, values, rows } = measure;
  return (
    <Scrolled title={measure.title}>
      <thead>
        <tr>
          {dimensions.map(({ title }) => (
            <th scope="col">{title}</th>
          ))}
          {values.map(({ title, unit }) => (
            <th scope="col" class="number">
              {unit === 'days' && !/days/i.test(title) ? `${title}, days` : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {dimensions.map(({ key }, index) =>
              index === 0 ? <th scope="row">{row.of[key]?.label}</th> : <td>{row.of[key]?.label}</td>,
            )}
            {values.map((value) => (
              <td class="number">
                <FigureOf
                  measure={measure}
                  of={row.of}
                  value={value}
                  figure={row.values[value.key]}
                  asked={asked}
                  {...(late(row, value) ? { class: 'late' } : {})}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
}

interface CrossProps {
  readonly measure: Measure;
  readonly value: Value;
  /** The key of what the value is a part of, said beside it. */
  readonly whole?: string;
  readonly down: string;
  readonly across: string;
  readonly asked: Where['asked'];
}

/** One value of a measure of two dimensions, with its sums. */
export function CrossTable({ measure, value, whole, down, across, asked }: CrossProps) {
  const laid = pivot(measure.rows, down, across);
  const several = laid.across.length > 1;
  const most = Math.max(1, ...measure.rows.map((row) => Number(row.values[value.key] ?? 0) || 0));
  const figure = (rows: readonly Row[], of: Row['of']) => (
    <>
      <FigureOf measure={measure} of={of} value={value} figure={together(rows, value.key)} asked={asked} />
      {whole !== undefined && <span class="soft"> of {said(together(rows, whole), 'number')}</span>}
    </>
  );
  return (
    <Scrolled title={`${measure.title}: ${value.title}`}>
      <thead>
        <tr>
          <th scope="col">{measure.dimensions.find(({ key }) => key === down)?.title}</th>
          {laid.across.map(({ label }) => (
            <th scope="col" class="number">
              {label}
            </th>
          ))}
          {several && (
            <th scope="col" class="number">
              All
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {laid.down.map((one) => (
          <tr>
            <th scope="row">{one.label}</th>
            {laid.across.map((other) => {
              const row = laid.at(one, other);
              const shade = Math.round((Number(row?.values[value.key] ?? 0) / most) * 5) || 0;
              return (
                <td class={`number shade${shade}`}>
                  {row === undefined ? <span class="soft">–</span> : figure([row], row.of)}
                </td>
              );
            })}
            {several && (
              <td class="number">{figure(measure.rows.filter((row) => row.of[down]?.code === one.code), { [down]: one })}</td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {laid.across.map((other) => (
            <td class="number">{figure(measure.rows.filter((row) => row.of[across]?.code === other.code), { [across]: other })}</td>
          ))}
          {several && <td class="number">{figure(measure.rows, {})}</td>}
        </tr>
      </tfoot>
    </Scrolled>
  );
}

/** A table that scrolls by itself where the screen is narrow. */
export function Scrolled({ title, children }: { readonly title: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class="scrolled" role="group" aria-label={`${title}, as a table`} tabIndex={0}>
      <table>
        <caption class="unseen">{title}</caption>
        {children}
      </table>
    </div>
  );
}
