import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { ImpactView } from './ImpactView';
import { type Decision, type ImpactJob, of } from './api';

const LOOK_EVERY = 500;

interface Props {
  readonly found: Decision;
  readonly xml: string;
  readonly isLive: boolean;
}

/** Replays the text over past decisions and open cases before anybody has to live with it. */
export function ImpactPanel({ found, xml, isLive }: Props) {
  const [job, setJob] = useState<string>();
  const [standing, setStanding] = useState<ImpactJob>();
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<Refusal>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const address = (id: string): string => `/api/decisions/impact/${encodeURIComponent(id)}`;
  const look = async (id: string): Promise<void> => {
    try {
      const now = await ask<ImpactJob>(address(id));
      setStanding(now);
      if (now.state === 'running') timer.current = setTimeout(() => void look(id), LOOK_EVERY);
    } catch (error) {
      setStanding(undefined);
      setProblem(asRefusal(error));
    }
  };
  const start = async (): Promise<void> => {
    clearTimeout(timer.current);
    setProblem(undefined);
    setStanding({ state: 'running', done: 0, total: 0 });
    setAsked(xml);
    try {
      const begun = await send<{ job: string | number }>('POST', of(found.id, '/impact'), { xml });
      setJob(String(begun.job));
      await look(String(begun.job));
    } catch (error) {
      setStanding(undefined);
      setProblem(asRefusal(error));
    }
  };
  const cancel = async (): Promise<void> => {
    if (job === undefined) return;
    clearTimeout(timer.current);
    await send('DELETE', address(job), undefined).then(
      () => look(job),
      (error: unknown) => setProblem(asRefusal(error)),
    );
  };
  const running = standing?.state === 'running';

  return (
    <section class="panel" aria-labelledby="impact-title">
      <h2 id="impact-title">Whom it would touch</h2>
      <p>
        {isLive
          ? 'Past decisions and open cases are asked again with the running version. With a draft, this shows whom the draft would touch.'
          : 'Past decisions and open cases are asked again with your draft. Nothing is changed by it.'}
      </p>
      <p class="buttons">
        <button type="button" class="main" disabled={running} onClick={() => void start()}>
          {standing === undefined ? 'Look whom it touches' : 'Look again'}
        </button>
        {running && (
          <button type="button" onClick={() => void cancel()}>
            Cancel
          </button>
        )}
        {standing?.state === 'done' && job !== undefined && (
          <a class="button" href={`${address(job)}/cases.csv`} download={`${found.id}-impact.csv`}>
            Export CSV
          </a>
        )}
      </p>
      {problem !== undefined && <Problem refusal={problem} />}
      <div role="status">
        {running && (
          <p>
            <label>
              <progress {...(standing.total > 0 ? { max: standing.total, value: standing.done } : {})} />{' '}
              {standing.done.toLocaleString('en-GB')} of {standing.total.toLocaleString('en-GB')}
            </label>
          </p>
        )}
        {standing?.state === 'cancelled' && <p>Cancelled.</p>}
        {standing?.state === 'failed' && <p class="late">It could not be finished. {standing.detail}</p>}
        {standing?.state === 'done' && asked !== xml && (
          <p class="mark warning wraps">The draft was changed since. Look again.</p>
        )}
      </div>
      {standing?.state === 'done' && standing.result && <ImpactView impact={standing.result} outputs={found.outputs} />}
    </section>
  );
}
