import { sayActing, tellOfActing } from '../../session/acting';
import { whenAnotherTabSignsOut } from '../../session/tabs';
import { leaveNothing } from './SignedOut';
import { type Session, whoIsHere } from './server';

const LOOK_EVERY = 20_000;

/**
 * Leaves nothing on the page as soon as she is no longer signed in: she signed out here or in another tab, was idle for
 * too long, or the server cannot be asked for as long as that.
 */
export function leaveWhenSignedOut(): void {
  whoIsHere().then(watch, () => undefined);
}

function watch({ userId, idleSeconds, token = '' }: Session): void {
  const longest = idleSeconds * 1000;
  let sure = Date.now();
  const isOver = async (): Promise<boolean> => {
    if (Date.now() - sure > longest) return true;
    try {
      const response = await fetch('/api/session', { headers: { Accept: 'application/json' } });
      if (response.status === 401) return true;
      if (!response.ok) return false;
      sure = Date.now();
      return ((await response.json()) as Session).userId !== userId;
    } catch {
      return false;
    }
  };
  const look = (): void => void isOver().then((over) => over && leave());
  const looking = setInterval(look, Math.min(LOOK_EVERY, longest / 5));
  const leave = (): void => {
    clearInterval(looking);
    leaveNothing();
  };
  whenAnotherTabSignsOut(look);
  addEventListener('visibilitychange', look);
  addEventListener('pageshow', (shown) => shown.persisted && look());
  tellOfActing(window, longest / 10, () => sayActing(token));
}
