const ACTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'];

/**
 * Tells the server that somebody is at work here, at most once in that many milliseconds: who fills in a long form sends
 * nothing for a while, and is not idle.
 */
export function tellOfActing(page: EventTarget, every: number, tell: () => Promise<unknown>): void {
  let told = Date.now();
  const acted = (): void => {
    if (Date.now() - told < every) return;
    told = Date.now();
    tell().catch(() => undefined);
  };
  for (const act of ACTS) page.addEventListener(act, acted, { capture: true, passive: true });
}

/** Sends it with the session's token. */
export function sayActing(token: string): Promise<Response> {
  return fetch('/api/session/acting', { method: 'POST', headers: { 'X-XSRF-TOKEN': token } });
}
