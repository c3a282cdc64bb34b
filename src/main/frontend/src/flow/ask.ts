import { useEffect, useState } from 'preact/hooks';
import { ask, asRefusal, whoIsHere } from '../pages/shared/server';

/** What a question brought so far. */
export interface Answer<T> {
  readonly found?: T;
  readonly problem?: string;
}

/** Asks, and asks again when the address changes; an empty address asks nothing. */
export function useAnswer<T>(path: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({});
  useEffect(() => {
    const stop = new AbortController();
    setAnswer({});
    if (path !== '') {
      ask<T>(path, stop.signal).then(
        (found) => setAnswer({ found }),
        (error: unknown) => {
          if (!stop.signal.aborted) setAnswer({ problem: asRefusal(error).message });
        },
      );
    }
    return () => stop.abort();
  }, [path]);
  return answer;
}

/** Whether the signed-in person reads how work flows: in Cockpit analysts and administrators are too. */
export async function readsFlow(): Promise<boolean> {
  const { groups } = await whoIsHere();
  return groups.some((group) => group === 'manager' || group.startsWith('supervisor.'));
}

/** An address with those of the values that say something. */
export function address(path: string, values: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return said.size === 0 ? path : `${path}?${said}`;
}

/** "3 Jan 2027, 14:05" in UTC: engine time, whatever the site. */
export function moment(text: string | undefined): string {
  if (text === undefined) return '–';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(text));
}
