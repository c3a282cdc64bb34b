import { useEffect, useState } from 'preact/hooks';
import { type Refusal, asRefusal, ask } from '../pages/shared/server';

const FRESH_FOR = 30_000;

const known = new Map<string, { readonly at: number; readonly answer: unknown }>();

export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly again: () => void }
  | { readonly state: 'read'; readonly answer: T };

/** Reads from the server; an answer of the last half minute is shown at once, since Cockpit draws a page anew at each step. */
export function useReading<T>(path: string): Reading<T> {
  const [asked, setAsked] = useState(0);
  const [reading, setReading] = useState<{ readonly path: string; readonly now: Reading<T> }>();
  useEffect(() => {
    const before = fresh(path);
    if (before !== undefined) {
      setReading({ path, now: { state: 'read', answer: before as T } });
      return undefined;
    }
    const stop = new AbortController();
    ask<T>(path, stop.signal).then(
      (answer) => {
        known.set(path, { at: Date.now(), answer });
        setReading({ path, now: { state: 'read', answer } });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const again = (): void => {
          setReading(undefined);
          setAsked((times) => times + 1);
        };
        setReading({ path, now: { state: 'failed', refusal: asRefusal(error), again } });
      },
    );
    return () => stop.abort();
  }, [path, asked]);
  if (reading?.path === path) return reading.now;
  const answer = fresh(path);
  return answer === undefined ? { state: 'loading' } : { state: 'read', answer: answer as T };
}

function fresh(path: string): unknown {
  const entry = known.get(path);
  if (entry !== undefined && Date.now() - entry.at < FRESH_FOR) return entry.answer;
  known.delete(path);
  return undefined;
}

/** Forgets every answer, for who signs in next. */
export function forgetReadings(): void {
  known.clear();
}
