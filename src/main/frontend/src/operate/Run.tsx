import { useEffect, useState } from 'preact/hooks';
import { ask, asRefusal, send } from '../pages/shared/server';
import type { Progress, Request, Result } from './model';

interface Asked {
  readonly kind: string;
  readonly request: Request;
  readonly run: string;
  readonly begun: (run: string) => void;
}

/** What would happen; why; how far it is; what came out. */
export function Run({ kind, request, run, begun }: Asked) {
  const [shown, setShown] = useState<readonly Result[]>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const told = (error: unknown): void => setProblem(asRefusal(error).message);
  useEffect(() => {
    send<{ readonly items: readonly Result[] }>('POST', `/api/operations/${kind}?preview=true`, request).then(({ items }) => setShown(items), told);
  }, []);
  const begin = (event: Event): void => {
    event.preventDefault();
    setProblem('');
    send<{ readonly id: string }>('POST', `/api/operations/${kind}`, { ...request, reason }).then(({ id }) => begun(id), told);
  };
  if (run !== '') return <Results run={run} />;
  return (
    <>
      <h2>What would happen</h2>
      {problem !== '' && <p role="alert">{problem}</p>}
      {shown === undefined && problem === '' && <p role="status">Looking …</p>}
      {shown?.length === 0 && <p>There is nothing to do it to.</p>}
      {shown !== undefined && shown.length > 0 && (
        <>
          <Table results={shown} done="would be done" />
          <form onSubmit={begin} class="throughcare-narrow">
            <label>
              Why? It stays in the journal of each case.{' '}
              <input required maxLength={1000} size={60} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
            <button type="submit">Do it</button>
          </form>
        </>
      )}
    </>
  );
}

function Results({ run }: { readonly run: string }) {
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let next: ReturnType<typeof setTimeout>;
    const look = (): void => {
      ask<Progress>(`/api/operations/${run}`).then(
        (found) => {
          setProgress(found);
          if (found.state === 'running') next = setTimeout(look, 1000);
        },
        (error: unknown) => setProblem(asRefusal(error).message),
      );
    };
    look();
    return () => clearTimeout(next);
  }, [run]);
  if (problem !== '') return <p role="alert">{problem}</p>;
  if (progress === undefined) return <p role="status">Asking …</p>;
  return (
    <>
      <h2>What happened</h2>
      <p role="status">
        <progress aria-label="Done" max={progress.total} value={progress.done} /> {progress.done} of {progress.total} settled,{' '}
        {progress.refused} refused.{' '}
        {progress.state === 'done' && (
          <a href={`/api/operations/${run}/results.csv`} download>
            Results as CSV
          </a>
        )}
      </p>
      <Table results={progress.results} done="done" />
    </>
  );
}

function Table({ results, done }: { readonly results: readonly Result[]; readonly done: string }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Outcome</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.item}>
            <th scope="row">{result.caseNumber ?? result.item}</th>
            <td>{result.outcome === 'done' ? done : result.outcome}</td>
            <td>{result.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
