import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask } from '../shared/server';
import { dayInWords, dayOf, momentInWords } from '../shared/times';
import { DecisionReasons } from './DecisionReasons';
import type { Case, Entry, Rule } from './read';

interface Page {
  readonly items: readonly Entry[];
  readonly more: boolean;
}

type Loaded = { readonly items: readonly Entry[]; readonly pages: number; readonly more: boolean };

const FILTERS = [
  ['', 'Everything'],
  ['formSubmitted', 'Forms'],
  ['decided', 'Decisions'],
  ['contactNoted', 'Contacts'],
] as const;

/** Everything that happened, newest first: who, when, and the reason behind every decision. */
export function TimelineSection({ found, readings }: { readonly found: Case; readonly readings: number }) {
  const [kind, setKind] = useState('');
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<Refusal>();

  const load = async (before: Loaded | undefined): Promise<void> => {
    setProblem(undefined);
    const page = before?.pages ?? 0;
    const query = new URLSearchParams({ page: String(page), size: '50', ...(kind === '' ? {} : { kind }) });
    try {
      const next = await ask<Page>(`/api/cases/${encodeURIComponent(found.caseNumber)}/timeline?${query}`);
      setLoaded({ items: [...(before?.items ?? []), ...next.items], pages: page + 1, more: next.more });
    } catch (error) {
      setProblem(asRefusal(error));
    }
  };
  useEffect(() => {
    void load(undefined);
  }, [kind, readings]);

  return (
    <section id="timeline" aria-labelledby="timeline-title" tabIndex={-1}>
      <h2 id="timeline-title">Timeline</h2>
      <p class="noPrint">
        <label>
          Show{' '}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            {FILTERS.map(([value, text]) => (
              <option value={value}>{text}</option>
            ))}
          </select>
        </label>
      </p>
      {problem !== undefined && <Problem refusal={problem} again={() => void load(loaded)} />}
      {loaded === undefined && problem === undefined && <Loading what="Reading the timeline" />}
      {loaded !== undefined && <Days entries={loaded.items} zone={found.zone} />}
      {loaded?.items.length === 0 && <p class="soft">Nothing yet.</p>}
      {loaded?.more === true && (
        <button type="button" onClick={() => void load(loaded)}>
          Show earlier
        </button>
      )}
    </section>
  );
}

function Days({ entries, zone }: { readonly entries: readonly Entry[]; readonly zone: string }) {
  const days = new Map<string, Entry[]>();
  const readable = entries.filter((entry) => entry.summary !== undefined);
  for (const entry of readable) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const others = entries.length - readable.length;
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <div class="day">
          <h3>{dayInWords(day)}</h3>
          <ol>
            {ofDay.map((entry) => (
              <Line entry={entry} zone={zone} />
            ))}
          </ol>
        </div>
      ))}
      {others > 0 && (
        <p class="soft">
          {others === 1 ? 'One line of this time is' : `${others} lines of this time are`} not shown to you.
        </p>
      )}
    </>
  );
}

function Line({ entry, zone }: { readonly entry: Entry; readonly zone: string }) {
  const head = (
    <>
      <time dateTime={entry.at}>{momentInWords(entry.at, zone).split(', ')[1]}</time>{' '}
      <span class="what">{entry.summary}</span> <span class="soft">{entry.byName}</span>
    </>
  );
  const more = moreOf(entry);
  return (
    <li>
      {more === null ? (
        <div class="line">{head}</div>
      ) : (
        <details>
          <summary>{head}</summary>
          {more}
        </details>
      )}
    </li>
  );
}

function moreOf(entry: Entry) {
  if (entry.answers !== undefined && entry.answers.length > 0) {
    return (
      <dl class="answers">
        {entry.answers.map((answer) => (
          <div>
            <dt>{answer.question}</dt>
            <dd>{answer.answer}</dd>
          </div>
        ))}
      </dl>
    );
  }
  if (entry.kind === 'decided' && Array.isArray(entry.details?.['rules'])) {
    return (
      <DecisionReasons
        version={Number(entry.details['version'])}
        inputs={(entry.details['inputs'] ?? {}) as Record<string, unknown>}
        rules={entry.details['rules'] as Rule[]}
      />
    );
  }
  return null;
}
