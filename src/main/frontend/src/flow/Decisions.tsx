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
            <td>
              <Rules {...decision} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ rules: fired }: Decision) {
  if (fired === undefined) return <>withheld: they would tell about her</>;
  if (fired.length === 0) return <>none</>;
  return (
    <ul class="throughcare-rules">
      {fired.map(({ id, annotation }) => (
        <li key={id}>
          <strong>{spoken(id)}</strong>
          {annotation !== '' && <>: {annotation}</>}
        </li>
      ))}
    </ul>
  );
}

/** A rule's id as words: "Rule_fullFarFromHome" is "full far from home". */
function spoken(id: string): string {
  return id.replace(/^Rule_/, '').replace(/([a-z0-9])([A-Z])/g, (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
