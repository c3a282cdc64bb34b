import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask } from '../shared/server';
import { type Columns, type Difference, type RuleChange, of } from './api';
import { exampleInWords, labelIn, rowsInWords } from './values';

interface Props {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly columns: Columns;
}

/** What differs between two texts of a table, cell by cell, and what comes out otherwise. */
export function DifferenceView({ id, from, to, fromName, toName, columns }: Props) {
  const [difference, setDifference] = useState<Difference>();
  const [problem, setProblem] = useState<Refusal>();
  const read = (): void => {
    setDifference(undefined);
    setProblem(undefined);
    ask<Difference>(of(id, `/difference?${new URLSearchParams({ from, to }).toString()}`)).then(setDifference, (error: unknown) =>
      setProblem(asRefusal(error)),
    );
  };
  useEffect(read, [id, from, to]);
  if (problem !== undefined) return <Problem refusal={problem} again={read} />;
  if (difference === undefined) return <Loading what="Comparing" />;
  const { rules, outcomes, outcomesComplete } = difference;
  if (difference.columns.length === 0 && rules.length === 0) {
    return (
      <p>
        {fromName} and {toName} are the same.
      </p>
    );
  }
  return (
    <>
      {difference.columns.length > 0 && (
        <ul>
          {difference.columns.map(({ change, name, from: before, to: after }) => (
            <li>
              Column {labelIn(columns, name)} {change}
              {before && (
                <>
                  : <del>{before}</del>
                </>
              )}{' '}
              {after && <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <div class="scrolls" tabIndex={0} role="region" aria-label="Rules that differ">
          <table>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Column</th>
                <th scope="col">{fromName}</th>
                <th scope="col">{toName}</th>
              </tr>
            </thead>
            {rules.map((rule) => (
              <Rule key={`${rule.change}${rule.id}`} rule={rule} columns={columns} />
            ))}
          </table>
        </div>
      )}
      <h3>What comes out otherwise</h3>
      {outcomes.length === 0 ? (
        <p>{outcomesComplete ? 'Nothing: every case is decided as before.' : 'No case was found that is decided otherwise; not all could be looked at.'}</p>
      ) : (
        <>
          <p class="soft">One example for each change{!outcomesComplete && '; there are more'}.</p>
          <div class="scrolls" tabIndex={0} role="region" aria-label="Outcomes that differ">
            <table>
              <thead>
                <tr>
                  <th scope="col">For example</th>
                  <th scope="col">{fromName}</th>
                  <th scope="col">{toName}</th>
                </tr>
              </thead>
              <tbody>
                {outcomes.map((outcome) => (
                  <tr>
                    <td>{exampleInWords(outcome.inputs, columns.inputs)}</td>
                    <td>{rowsInWords(outcome.from, columns.outputs)}</td>
                    <td>{rowsInWords(outcome.to, columns.outputs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function Rule({ rule, columns }: { readonly rule: RuleChange; readonly columns: Columns }) {
  const cells = rule.cells.length === 0 ? [{ column: '', from: '', to: '' }] : rule.cells;
  return (
    <tbody>
      {cells.map((cell, at) => (
        <tr>
          {at === 0 && (
            <th scope="row" rowSpan={cells.length}>
              {named(rule)}
            </th>
          )}
          <td>{labelIn(columns, cell.column)}</td>
          <td>{cell.from && <del>{cell.from}</del>}</td>
          <td>{cell.to && <ins>{cell.to}</ins>}</td>
        </tr>
      ))}
    </tbody>
  );
}

function named({ change, rowFrom, rowTo }: RuleChange): string {
  if (change === 'added') return `Row ${rowTo ?? ''} is new`;
  if (change === 'removed') return `Row ${rowFrom ?? ''} is gone`;
  return rowFrom === rowTo ? `Row ${rowTo ?? ''}` : `Row ${rowFrom ?? ''} is now row ${rowTo ?? ''}`;
}
