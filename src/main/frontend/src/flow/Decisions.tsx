import { words } from '../pages/shared/words';
import { moment, useAnswer } from './ask';
import type { Decision, Path } from './model';

/** What tables decided about the case of a process. */
export function Decisions({ instance }: { readonly instance: string }) {
  const { found, problem } = useAnswer<Path>(`/api/flow/instances/${instance}/path`);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  return found === undefined ? null : (
    <section class="throughcare-flow" aria-label="Decisions behind">
      <DecisionTable caseNumber={found.caseNumber} />
    </section>
  );
}

export function DecisionTable({ caseNumber }: { readonly caseNumber: string }) {
  const { found, problem } = useAnswer<readonly Decision[]>(`/api/flow/cases/${caseNumber}/decisions`);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (found?.length === 0) return <p>No table has decided about this case yet.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col">Version</th>
          <th scope="col">When (UTC)</th>
          <th scope="col">Rules that fired</th>
        </tr>
      </thead>
      <tbody>
        {(found ?? []).map((decision, index) => (
          <tr key={index}>
            <th scope="row">
              <a href={`/decisions/${decision.decision}`}>{words('decision', decision.decision)}</a>
            </th>
            <td>{decision.version}</td>
            <td>{moment(decision.decidedAt)}</td>
            <td>{rules(decision)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rules({ rules: fired }: Decision): string {
  if (fired === undefined) return 'withheld: they would tell about her';
  return fired.length === 0 ? 'none' : fired.map(({ id }) => id.replace(/^Rule_/, '')).join(', ');
}
