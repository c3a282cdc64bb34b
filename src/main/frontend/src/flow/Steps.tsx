import { useState } from 'preact/hooks';
import { address, useAnswer } from './ask';
import { inDays } from './diagram';
import type { Step } from './model';
import { Narrow, type Narrowed } from './Narrow';

/** The heat map as a table. */
export function Steps({ process }: { readonly process: string }) {
  const [narrowed, setNarrowed] = useState<Narrowed>({ site: '', track: '' });
  const { found, problem } = useAnswer<readonly Step[]>(address(`/api/flow/processes/${process}/steps`, { ...narrowed }));
  return (
    <section class="throughcare-flow" aria-label="Times and waiting">
      <Narrow narrowed={narrowed} change={setNarrowed} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      {found?.length === 0 && <p>No case went through this process in the last twelve months, and none waits in it.</p>}
      {found !== undefined && found.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Waiting now</th>
              <th scope="col">Longest wait</th>
              <th scope="col">Done in 12 months</th>
              <th scope="col">Median</th>
              <th scope="col">90th percentile</th>
            </tr>
          </thead>
          <tbody>
            {found.map((step) => (
              <tr key={step.activityId}>
                <th scope="row">{step.name}</th>
                <td>{step.waitingNow}</td>
                <td>{inDays(step.longestWaitDays)}</td>
                <td>{step.done}</td>
                <td>{inDays(step.medianDays)}</td>
                <td>{inDays(step.p90Days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
