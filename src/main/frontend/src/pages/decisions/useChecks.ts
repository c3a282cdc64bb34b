import { useEffect, useState } from 'preact/hooks';
import { type Refusal, asRefusal, send } from '../shared/server';
import { type Checks, of } from './api';

const TYPING = 600;

/** What the checks say about the text on the screen, a moment after each change. */
export interface Checking {
  readonly checks: Checks | undefined;
  readonly busy: boolean;
  readonly problem: Refusal | undefined;
  readonly again: () => void;
}

/** Has the text checked by the server while it is typed; an answer about an older text is dropped. */
export function useChecks(id: string, xml: string): Checking {
  const [checks, setChecks] = useState<Checks>();
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<Refusal>();
  const [asking, setAsking] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setBusy(true);
    const timer = setTimeout(
      () => {
        send<Checks>('POST', of(id, '/check'), { xml }, stop.signal).then(
          (found) => {
            setChecks(found);
            setProblem(undefined);
            setBusy(false);
          },
          (error: unknown) => {
            if (stop.signal.aborted) return;
            setProblem(asRefusal(error));
            setBusy(false);
          },
        );
      },
      checks === undefined ? 0 : TYPING,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id, xml, asking]);
  return { checks, busy, problem, again: () => setAsking((before) => before + 1) };
}
