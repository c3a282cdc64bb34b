import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moment, useAnswer } from '../flow/ask';
import type { Request } from './model';
import { Migrate, Move, Reassign, Retry } from './forms';
import { Run } from './Run';
import type { Progress } from './model';

type Kind = 'reassignments' | 'retries' | 'modifications' | 'migrations';

const TITLES: Readonly<Record<Kind, string>> = {
  reassignments: 'Give cases to others',
  retries: 'Try failed steps again',
  modifications: 'Move a token',
  migrations: 'Take to the newest version',
};

/** Choose, see what would happen, say why, have it done. */
export function Operate({ reassigns }: { readonly reassigns: boolean }) {
  const [kind, setKind] = useState<Kind>(reassigns ? 'reassignments' : 'retries');
  const [request, setRequest] = useState<Request>();
  const [run, setRun] = useState('');
  useEffect(() => {
    setRequest(undefined);
    setRun('');
  }, [kind]);
  const choose = (chosen: Request | undefined): void => {
    setRequest(chosen);
    setRun('');
  };
  const forms: Readonly<Record<Kind, VNode>> = {
    reassignments: <Reassign choose={choose} />,
    retries: <Retry choose={choose} />,
    modifications: <Move choose={choose} />,
    migrations: <Migrate choose={choose} />,
  };
  return (
    <section class="throughcare-flow" aria-label="Operate">
      <h1>Operate</h1>
      <fieldset class="throughcare-kinds">
        <legend>What is to be done?</legend>
        {(Object.keys(TITLES) as Kind[])
          .filter((known) => reassigns || known !== 'reassignments')
          .map((known) => (
            <label key={known}>
              <input type="radio" name="throughcare-kind" checked={kind === known} onChange={() => setKind(known)} /> {TITLES[known]}
            </label>
          ))}
      </fieldset>
      <div key={kind}>{forms[kind]}</div>
      {request !== undefined && <Run key={JSON.stringify(request)} kind={kind} request={request} run={run} begun={setRun} />}
      {run === '' && <Earlier />}
    </section>
  );
}

function Earlier() {
  const { found } = useAnswer<readonly Progress[]>('/api/operations');
  if (found === undefined || found.length === 0) return null;
  return (
    <>
      <h2>Done before</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">What</th>
            <th scope="col">By</th>
            <th scope="col">Done</th>
            <th scope="col">Refused</th>
            <th scope="col">Results</th>
          </tr>
        </thead>
        <tbody>
          {found.map((run) => (
            <tr key={run.id}>
              <th scope="row">{moment(run.askedAt)}</th>
              <td>{TITLES[run.kind as Kind]}</td>
              <td>{run.askedBy}</td>
              <td>
                {run.done} of {run.total}
              </td>
              <td>{run.refused}</td>
              <td>
                <a href={`/api/operations/${run.id}/results.csv`} download>
                  CSV
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
