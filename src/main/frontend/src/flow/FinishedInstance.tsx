import { useEffect, useRef, useState } from 'preact/hooks';
import { asRefusal, ask } from '../pages/shared/server';
import { moment, useAnswer } from './ask';
import { DecisionTable } from './Decisions';
import { type Diagram, drawPath } from './diagram';
import { endInWords, took } from './Finished';
import type { Instance, Path } from './model';
import { Legend } from './PathSwitch';

/** One instance, also when it ended: the way drawn, and as a table. */
export function FinishedInstance({ id }: { readonly id: string }) {
  const { found: path, problem } = useAnswer<Path>(`/api/flow/instances/${id}/path`);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (path === undefined) return <p role="status">Opening …</p>;
  return (
    <section class="throughcare-flow" aria-label="The way of a case">
      <p>
        <a href="#/finished">All finished instances</a>
      </p>
      <h1>
        <a href={`/cases/${path.caseNumber}`}>{path.caseNumber}</a>: {path.process}
      </h1>
      <Legend />
      <Drawn path={path} />
      <h2>Steps</h2>
      <Visits path={path} />
      <h2>Decisions about this case</h2>
      <DecisionTable caseNumber={path.caseNumber} />
      <h2>Other processes of this case</h2>
      <Instances caseNumber={path.caseNumber} except={id} />
    </section>
  );
}

function Drawn({ path }: { readonly path: Path }) {
  const place = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let leave = (): void => undefined;
    let gone = false;
    draw(path, place.current!).then(
      (away) => {
        if (gone) away();
        else leave = away;
        setDrawn(true);
      },
      (error: unknown) => setProblem(asRefusal(error).message),
    );
    return () => {
      gone = true;
      leave();
    };
  }, [path]);
  return (
    <>
      {problem !== '' && <p role="alert">{problem}</p>}
      <div class="throughcare-drawn" ref={place} role="figure" aria-label="The way, drawn on the diagram; the table below says the same" data-drawn={drawn} />
    </>
  );
}

async function draw(path: Path, place: HTMLElement): Promise<() => void> {
  const [{ default: NavigatedViewer }, { bpmn20Xml }] = await Promise.all([
    import('bpmn-js/lib/NavigatedViewer'),
    ask<{ readonly bpmn20Xml: string }>(
      `/camunda/api/engine/engine/default/process-definition/${encodeURIComponent(path.definitionId)}/xml`,
    ),
  ]);
  const viewer = new NavigatedViewer({ container: place });
  await viewer.importXML(bpmn20Xml);
  const diagram = viewer as unknown as Diagram;
  diagram.get('canvas').zoom('fit-viewport', 'auto');
  drawPath(diagram, path);
  return () => viewer.destroy();
}

function Visits({ path }: { readonly path: Path }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Reached (UTC)</th>
          <th scope="col">Left (UTC)</th>
          <th scope="col">Took</th>
          <th scope="col">How</th>
        </tr>
      </thead>
      <tbody>
        {path.activities.map((visit, index) => (
          <tr key={index}>
            <th scope="row">{path.names[visit.activityId] ?? visit.activityId}</th>
            <td>{moment(visit.startedAt)}</td>
            <td>{moment(visit.endedAt)}</td>
            <td>{took(visit)}</td>
            <td>{visit.endedAt === undefined ? 'here now' : visit.canceled ? 'broken off' : 'done'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Instances({ caseNumber, except }: { readonly caseNumber: string; readonly except: string }) {
  const { found, problem } = useAnswer<readonly Instance[]>(`/api/flow/cases/${caseNumber}/instances`);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (found !== undefined && found.every(({ id }) => id === except)) return <p>There are none.</p>;
  return (
    <ul>
      {(found ?? [])
        .filter(({ id }) => id !== except)
        .map((instance) => (
          <li key={instance.id}>
            <a href={`#/finished?instance=${instance.id}`}>{instance.processKey}</a>, began {moment(instance.startedAt)},{' '}
            {endInWords(instance.endState).toLowerCase()}
          </li>
        ))}
    </ul>
  );
}
