import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { ValueField } from './ValueField';
import { type Decision, type GoldenCase, type GoldenCases, type Row, type Tried, of } from './api';
import { complete, labelOf, resultInWords } from './values';

interface Props {
  readonly found: Decision;
  readonly xml: string;
  readonly fired: (rules: readonly string[]) => void;
}

/** Asks the text beside it about a woman who does not exist; the rules that fire light up there. */
export function TryPanel({ found, xml, fired }: Props) {
  const { id, inputs, outputs } = found;
  const [given, setGiven] = useState<Row>({});
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<Refusal>();
  const [examples, setExamples] = useState<readonly GoldenCase[]>([]);

  useEffect(() => {
    ask<GoldenCases>(of(id, '/golden-cases')).then(
      ({ cases }) => setExamples(cases),
      () => undefined,
    );
  }, [id]);
  useEffect(() => () => fired([]), []);

  const put = async (row: Row): Promise<void> => {
    setProblem(undefined);
    try {
      const answer = await send<Tried>('POST', of(id, '/try'), { xml, inputs: complete(row, inputs) });
      setTried(answer);
      fired(answer.rules.map((rule) => rule.id));
    } catch (error) {
      setTried(undefined);
      setProblem(asRefusal(error));
      fired([]);
    }
  };
  const set = (row: Row): void => {
    setGiven(row);
    setTried(undefined);
    fired([]);
  };

  return (
    <section class="aside" aria-labelledby="try-title">
      <h2 id="try-title">Try it</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void put(given);
        }}
      >
        {examples.length > 0 && (
          <label class="field">
            <span>Begin with a golden case</span>
            <select
              onChange={(event) => {
                const example = examples[Number(event.currentTarget.value)];
                if (example === undefined) return;
                set(example.inputs);
                void put(example.inputs);
              }}
            >
              <option value="">None</option>
              {examples.map(({ name }, at) => (
                <option value={at}>{name}</option>
              ))}
            </select>
          </label>
        )}
        {inputs.map((column) => (
          <div class="field">
            <label for={`try-${column.name}`}>{column.label}</label>
            <ValueField
              id={`try-${column.name}`}
              column={column}
              value={given[column.name]}
              change={(value) => set({ ...given, [column.name]: value })}
            />
          </div>
        ))}
        <p class="buttons">
          <button type="submit" class="main">
            Try
          </button>
          <button type="button" onClick={() => set({})}>
            Clear
          </button>
        </p>
      </form>
      {problem !== undefined && <Problem refusal={problem} />}
      <div role="status">
        {tried !== undefined && (
          <>
            <h3>
              {tried.rules.length === 0
                ? 'No rule fires'
                : `${tried.rules.length === 1 ? 'Row' : 'Rows'} ${tried.rules.map(({ row }) => row).join(', ')}`}
            </h3>
            {tried.outputs.map((row) => (
              <dl class="outcome">
                {Object.entries(row).map(([name, value]) => (
                  <div>
                    <dt>{labelOf(outputs, name)}</dt>
                    <dd>{resultInWords(value)}</dd>
                  </div>
                ))}
              </dl>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
