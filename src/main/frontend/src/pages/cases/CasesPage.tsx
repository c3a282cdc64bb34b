import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send, whoIsHere } from '../shared/server';
import { CaseTable } from './CaseTable';
import { Filters, type Manager } from './Filters';
import { type CaseLine, EVERYTHING_OPEN, type Found, type Wish, asked, fromAddress, toAddress } from './search';
import './cases.css';

const TYPING = 250;

type Answer =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly refusal: Refusal }
  | { readonly state: 'found'; readonly lines: readonly CaseLine[]; readonly next: string | undefined };

/** Search and filters over the cases that the reader may see. */
export function CasesPage() {
  const [wish, setWish] = useState<Wish>(() => fromAddress(location.search));
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' });
  const [managers, setManagers] = useState<readonly Manager[]>([]);
  const [me, setMe] = useState('');
  const [asking, setAsking] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const words = useRef(wish.words);

  useEffect(() => {
    whoIsHere().then((session) => setMe(session.userId), () => undefined);
    ask<readonly Manager[]>('/api/case-managers').then(setManagers, () => undefined);
  }, []);

  useEffect(() => {
    history.replaceState(null, '', `/cases${toAddress(wish)}`);
    const stop = new AbortController();
    const wait = words.current === wish.words ? 0 : TYPING;
    words.current = wish.words;
    const timer = setTimeout(() => {
      setAnswer((before) => (before.state === 'found' ? before : { state: 'loading' }));
      send<Found>('POST', '/api/cases/search', asked(wish, undefined), stop.signal).then(
        (found) => setAnswer({ state: 'found', lines: found.items, next: found.next }),
        (error: unknown) => {
          if (!stop.signal.aborted) setAnswer({ state: 'failed', refusal: asRefusal(error) });
        },
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wish, asking]);

  useEffect(() => {
    const focusSearch = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.current?.focus();
      }
    };
    addEventListener('keydown', focusSearch);
    return () => removeEventListener('keydown', focusSearch);
  }, []);

  const more = async (): Promise<void> => {
    if (answer.state !== 'found' || answer.next === undefined) return;
    try {
      const found = await send<Found>('POST', '/api/cases/search', asked(wish, answer.next));
      setAnswer({ state: 'found', lines: [...answer.lines, ...found.items], next: found.next });
    } catch (error) {
      setAnswer({ state: 'failed', refusal: asRefusal(error) });
    }
  };

  if (answer.state === 'failed' && answer.refusal.status === 403) {
    return (
      <>
        <h1>Cases</h1>
        <Problem refusal={answer.refusal} />
      </>
    );
  }
  return (
    <>
      <h1>Cases</h1>
      <search>
        <div class="searching">
          <label class="words">
            <span>
              Name, prison number, date of birth or case number <kbd title="Press / to search">/</kbd>
            </span>
            <input
              ref={box}
              type="search"
              autocomplete="off"
              spellcheck={false}
              maxLength={200}
              value={wish.words}
              onInput={(event) => setWish({ ...wish, words: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'Enter') {
                  event.preventDefault();
                  document.querySelector<HTMLElement>('.cases tbody a')?.focus();
                }
              }}
            />
          </label>
          {(toAddress(wish) !== '' || wish.words !== '') && (
            <button type="button" class="quiet" onClick={() => setWish(EVERYTHING_OPEN)}>
              Clear all
            </button>
          )}
        </div>
        <Filters wish={wish} me={me} managers={managers} change={setWish} />
      </search>
      {answer.state === 'loading' && <Loading what="Looking for cases" />}
      {answer.state === 'failed' && <Problem refusal={answer.refusal} again={() => setAsking(asking + 1)} />}
      {answer.state === 'found' && (
        <CaseTable lines={answer.lines} more={answer.next === undefined ? undefined : more} toSearch={() => box.current?.focus()} />
      )}
    </>
  );
}
