import { Problem } from '../shared/Frame';
import type { Checks, Columns, Finding } from './api';
import { grouped, placeOf, summary } from './findings';
import type { Checking } from './useChecks';
import { compared, exampleInWords, rowsInWords } from './values';

interface Props {
  readonly checking: Checking;
  readonly columns: Columns;
  readonly chosen: Finding | undefined;
  readonly choose: (finding: Finding) => void;
}

/** What the checks say about the text beside it; a finding that is chosen is marked there. */
export function ChecksPanel({ checking, columns, chosen, choose }: Props) {
  const { checks, busy, problem, again } = checking;
  return (
    <section class="aside" aria-labelledby="checks-title">
      <h2 id="checks-title">Checks</h2>
      <p role="status" class="soft">
        {busy ? 'Checking …' : checks === undefined ? '' : `${summary(checks)}.`}
      </p>
      {problem !== undefined && <Problem refusal={problem} again={again} />}
      {checks !== undefined && (
        <div class={busy ? 'older' : ''}>
          <Proof checks={checks} />
          <Findings findings={checks.findings} columns={columns} chosen={chosen} choose={choose} />
          <FailedGoldenCases checks={checks} columns={columns} onward={() => undefined} />
        </div>
      )}
    </section>
  );
}

/** Whether gaps and overlaps were looked for everywhere. */
export function Proof({ checks }: { readonly checks: Checks }) {
  return checks.proved ? (
    <p class="mark good wraps">Gaps and overlaps: proved over all breakpoints.</p>
  ) : (
    <p class="mark warning wraps">Gaps and overlaps are not proved over all breakpoints.</p>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly columns: Columns;
  readonly chosen?: Finding | undefined;
  readonly choose?: (finding: Finding) => void;
}

/** Findings by severity. */
export function Findings({ findings, columns, chosen, choose }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <>
      {grouped(findings).map(({ severity, title, findings: some }) => (
        <div class={`findings ${severity}`}>
          <h3>
            {title} ({some.length})
          </h3>
          <ul class="plain">
            {some.map((finding) => (
              <li>
                {choose === undefined ? (
                  <strong>{placeOf(finding, columns)}</strong>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-pressed={finding === chosen}
                    onClick={() => choose(finding)}
                    title="Mark it in the table"
                  >
                    {placeOf(finding, columns)}
                  </button>
                )}
                <div>{finding.message}</div>
                {finding.example && (
                  <div class="soft">For example: {exampleInWords(finding.example, columns.inputs)}</div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

interface FailedProps {
  readonly checks: Checks;
  readonly columns: Columns;
  /** Told when she goes to the golden cases; where it is missing, nothing leads there. */
  readonly onward?: () => void;
}

/** Golden cases that no longer come out as they must. */
export function FailedGoldenCases({ checks, columns, onward }: FailedProps) {
  const failed = checks.goldenCases.filter(({ ok }) => !ok);
  if (checks.goldenCases.length === 0) return <p class="soft">No golden cases are kept with this table.</p>;
  if (failed.length === 0) {
    return <p>All {checks.goldenCases.length} golden cases come out as they must.</p>;
  }
  return (
    <div class="findings error">
      <h3>
        Golden cases that fail ({failed.length} of {checks.goldenCases.length})
      </h3>
      <ul class="plain">
        {failed.map(({ name, expected, got }) => (
          <li>
            <strong>{name}</strong>
            <div>Expected {rowsInWords(expected, columns.outputs)}</div>
            <div>Got {rowsInWords(compared(got, expected), columns.outputs)}</div>
          </li>
        ))}
      </ul>
      {onward !== undefined && (
        <p>
          If the new results are right, say so under{' '}
          <a href="#golden" onClick={onward}>
            Golden cases
          </a>
          ; whoever approves sees it. If not, the draft is wrong.
        </p>
      )}
    </div>
  );
}
