import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { Refusal, asRefusal, ask, send, sendText } from '../shared/server';
import { ValueField } from './ValueField';
import { type Checks, type Column, type Decision, type GoldenCase, type GoldenCases, type Row, type Value, of } from './api';
import { NOTHING, compared, complete, expectedAs, expectedNow, expecting, rowsInWords, valueWithMeaning } from './values';

interface Props {
  readonly found: Decision;
  readonly checks: Checks | undefined;
  readonly saved: () => void;
}

/** Examples that the table must always decide so, as a grid; all of them run with each check. */
export function GoldenPanel({ found, checks, saved }: Props) {
  const { id, inputs, outputs, mayEdit, hitPolicy } = found;
  const [kept, setKept] = useState<GoldenCases>();
  const [cases, setCases] = useState<readonly GoldenCase[]>([]);
  const [problem, setProblem] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const [elsewhere, setElsewhere] = useState<number>();
  const file = useRef<HTMLInputElement>(null);
  const several = hitPolicy !== 'UNIQUE' && hitPolicy !== 'FIRST' && hitPolicy !== 'ANY';
  const changed = kept !== undefined && cases !== kept.cases;

  const take = (answer: GoldenCases): void => {
    setKept(answer);
    setCases(answer.cases);
    setProblem(undefined);
    setElsewhere(undefined);
  };
  const read = (): void => {
    ask<GoldenCases>(of(id, '/golden-cases')).then(take, (error: unknown) => setProblem(asRefusal(error)));
  };
  useEffect(read, [id]);
  useEffect(() => {
    if (!changed) return undefined;
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [changed]);

  const save = async (revision: number): Promise<void> => {
    setSaid('');
    try {
      const whole = cases.map(({ name, inputs: asked, outputs: rows }) => ({
        name,
        inputs: complete(asked, inputs),
        outputs: rows,
      }));
      const answer = await send<GoldenCases>('PUT', of(id, '/golden-cases'), { revision, cases: whole });
      take({ ...answer, cases: whole });
      setSaid(`Saved: ${whole.length} golden cases.`);
      saved();
    } catch (error) {
      const refusal = asRefusal(error);
      setProblem(refusal);
      if (refusal.status === 409) setElsewhere(Number(refusal.problem['revision'] ?? 0));
    }
  };
  const importFile = async (chosen: File): Promise<void> => {
    setSaid('');
    setProblem(undefined);
    try {
      const answer = await sendText<GoldenCases>('POST', of(id, '/golden-cases.csv'), 'text/csv', await chosen.text());
      take(answer);
      setSaid(`Imported: ${answer.cases.length} golden cases.`);
      saved();
    } catch (error) {
      setProblem(asRefusal(error));
    }
  };
  const set = (at: number, golden: GoldenCase): void => setCases(cases.map((one, index) => (index === at ? golden : one)));

  if (kept === undefined) {
    return problem === undefined ? <Loading what="Reading the golden cases" /> : <Problem refusal={problem} again={read} />;
  }
  return (
    <section class="panel" aria-labelledby="golden-title">
      <h2 id="golden-title">Golden cases</h2>
      <p>
        Examples that must always come out like this. They run with each check{changed ? '; save them to run what you changed' : ''}.{' '}
        {kept.ofDraft === true && 'These belong to your draft: they become the table’s together with it.'}
      </p>
      <p class="soft">
        A result that is empty here is not looked at; {NOTHING} says that nothing must come out. In a CSV file these are * and{' '}
        {NOTHING}.
      </p>
      <p class="buttons">
        {mayEdit && (
          <>
            <button type="button" class="main" disabled={!changed} onClick={() => void save(kept.revision)}>
              Save
            </button>
            <button type="button" onClick={() => setCases([...cases, emptyCase(cases.length)])}>
              Add a case
            </button>
            <button type="button" onClick={() => file.current?.click()}>
              Import CSV
            </button>
            <input
              ref={file}
              type="file"
              accept=".csv,text/csv"
              class="hidden"
              tabIndex={-1}
              aria-label="CSV file of golden cases"
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (chosen) void importFile(chosen);
              }}
            />
          </>
        )}
        <a class="button" href={of(id, '/golden-cases.csv')} download={`${id}-golden-cases.csv`}>
          Export CSV
        </a>
      </p>
      <p class="said" role="status">
        {said}
      </p>
      {problem !== undefined && <Problem refusal={problem} />}
      {elsewhere !== undefined && (
        <p class="buttons">
          <button type="button" onClick={read}>
            Take what was saved elsewhere
          </button>
          <button type="button" onClick={() => void save(elsewhere)}>
            Save mine over it
          </button>
        </p>
      )}
      {cases.length === 0 ? (
        <p class="empty">No golden cases yet.</p>
      ) : (
        <div class="scrolls" tabIndex={0} role="region" aria-label="All golden cases">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">Case</th>
                {inputs.map(({ label }) => (
                  <th scope="col">{label}</th>
                ))}
                {outputs.map(({ label }) => (
                  <th scope="col" class="expected">
                    {label}
                  </th>
                ))}
                {mayEdit && (
                  <th scope="col">
                    <span class="hidden">Do</span>
                  </th>
                )}
              </tr>
            </thead>
            {cases.map((golden, at) => (
              <Lines
                key={at}
                golden={golden}
                found={found}
                several={several}
                changed={golden !== kept.cases[at]}
                checks={checks}
                set={(next) => set(at, next)}
                remove={() => setCases(cases.filter((_, index) => index !== at))}
              />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

interface ExpectedProps {
  readonly column: Column;
  readonly label: string;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  readonly change: (text: string) => void;
}

/** What must come out of one output: anything, nothing, or this value. */
function ExpectedField({ column, label, value, readOnly, change }: ExpectedProps) {
  const shown = expectedAs(value);
  if (column.type !== 'boolean' && column.values.length === 0) {
    return (
      <input
        type="text"
        aria-label={label}
        placeholder="Any"
        value={shown}
        disabled={readOnly}
        onInput={(event) => change(event.currentTarget.value)}
      />
    );
  }
  const values =
    column.type === 'boolean'
      ? [
          { value: 'true', text: 'Yes' },
          { value: 'false', text: 'No' },
        ]
      : column.values.map((one) => ({ value: one.value, text: valueWithMeaning(one.value, one.meaning) }));
  const isKnown = shown === '' || shown === NOTHING || values.some((one) => one.value === shown);
  return (
    <select aria-label={label} value={shown} disabled={readOnly} onChange={(event) => change(event.currentTarget.value)}>
      <option value="">Any</option>
      <option value={NOTHING}>{NOTHING} Nothing</option>
      {values.map((one) => (
        <option value={one.value}>{one.text}</option>
      ))}
      {!isKnown && <option value={shown}>{shown}: not a value of this table</option>}
    </select>
  );
}

function emptyCase(count: number): GoldenCase {
  return { name: `Case ${count + 1}`, inputs: {}, outputs: [{}] };
}

interface LinesProps {
  readonly golden: GoldenCase;
  readonly found: Decision;
  readonly several: boolean;
  readonly changed: boolean;
  readonly checks: Checks | undefined;
  readonly set: (golden: GoldenCase) => void;
  readonly remove: () => void;
}

function Lines({ golden, found, several, changed, checks, set, remove }: LinesProps) {
  const { inputs, outputs, mayEdit } = found;
  const rows: readonly Row[] = golden.outputs.length === 0 ? [{}] : golden.outputs;
  const none = golden.outputs.length === 0;
  const setRow = (at: number, row: Row): void => set({ ...golden, outputs: rows.map((one, index) => (index === at ? row : one)) });
  return (
    <tbody>
      {rows.map((row, line) => (
        <tr>
          {line === 0 && (
            <>
              <th scope="row" rowSpan={rows.length}>
                <input
                  type="text"
                  aria-label="Name of the case"
                  value={golden.name}
                  disabled={!mayEdit}
                  onInput={(event) => set({ ...golden, name: event.currentTarget.value })}
                />
                <div class="comesOut">
                  <Outcome golden={golden} changed={changed} checks={checks} found={found} set={set} />
                </div>
              </th>
              {inputs.map((column) => (
                <td rowSpan={rows.length}>
                  <ValueField
                    column={column}
                    label={`${golden.name}, ${column.label}`}
                    value={golden.inputs[column.name]}
                    readOnly={!mayEdit}
                    change={(value) => set({ ...golden, inputs: { ...golden.inputs, [column.name]: value } })}
                  />
                </td>
              ))}
            </>
          )}
          {none ? (
            <td colSpan={outputs.length} class="expected soft">
              No result
            </td>
          ) : (
            outputs.map((column) => (
              <td class="expected">
                <ExpectedField
                  column={column}
                  label={`${golden.name}, result ${line + 1}, ${column.label}`}
                  value={row[column.name]}
                  readOnly={!mayEdit}
                  change={(text) => setRow(line, expecting(row, column, text))}
                />
                {several && mayEdit && column === outputs.at(-1) && (
                  <button
                    type="button"
                    class="quiet"
                    onClick={() => set({ ...golden, outputs: rows.filter((_, index) => index !== line) })}
                  >
                    Remove this result<span class="hidden"> of {golden.name}</span>
                  </button>
                )}
              </td>
            ))
          )}
          {line === 0 && (
            <>
              {mayEdit && (
                <td rowSpan={rows.length} class="do">
                  {several && (
                    <button type="button" class="quiet" onClick={() => set({ ...golden, outputs: [...golden.outputs, {}] })}>
                      Add a result<span class="hidden"> to {golden.name}</span>
                    </button>
                  )}
                  <button type="button" class="quiet" onClick={remove}>
                    Remove<span class="hidden"> {golden.name}</span>
                  </button>
                </td>
              )}
            </>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Outcome({ golden, changed, checks, found, set }: Pick<LinesProps, 'golden' | 'changed' | 'checks' | 'found' | 'set'>) {
  const result = checks?.goldenCases.find(({ name }) => name === golden.name);
  if (changed) return <span class="mark">Not saved</span>;
  if (result === undefined) return <span class="soft">Not run</span>;
  if (result.ok) return <span class="mark good">As it must</span>;
  const now = expectedNow(result.got, golden.outputs);
  return (
    <>
      <span class="mark danger">Fails</span>{' '}
      <span>Got {rowsInWords(compared(result.got, golden.outputs), found.outputs)}</span>{' '}
      {found.mayEdit && now !== undefined && (
        <button type="button" class="quiet" onClick={() => set({ ...golden, outputs: now })}>
          That is right<span class="hidden"> for {golden.name}</span>
        </button>
      )}
    </>
  );
}
