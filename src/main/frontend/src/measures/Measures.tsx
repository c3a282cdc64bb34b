import { useEffect, useState } from 'preact/hooks';
import { CaseList } from './CaseList';
import { Filters } from './Filters';
import { MonthlyReport } from './MonthlyReport';
import { Cards } from './Cards';
import { Overview } from './Overview';
import type { Catalogue, Together } from './model';
import type { Host } from './mount';
import { type Reading, useReading } from './read';
import { type View, type Where, asking, filtersOf, hashOf, question, whereIs } from './where';

const TITLES: Readonly<Record<Exclude<View, 'cases'>, string>> = {
  overview: 'Overview',
  flow: 'Flow',
  outcomes: 'Outcomes',
  supervision: 'Supervision',
};

/** All screens of the measures; the address says which. */
export function Measures({ host }: { readonly host: Host }) {
  const [where, setWhere] = useState(() => whereIs(location.hash));
  const catalogue = useReading<Catalogue>('/api/measures');
  useEffect(() => {
    const follow = (): void => setWhere(whereIs(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (host !== 'dashboard') document.title = `${where.view === 'cases' ? 'Cases' : TITLES[where.view]} · Throughcare`;
  }, [host, where.view]);
  const go = (change: Readonly<Record<string, string>>): void => {
    location.hash = hashOf(asking(where, change));
  };
  if (catalogue.state === 'failed' && catalogue.refusal.status === 403 && host === 'dashboard') return null;
  return (
    <div class="measures">
      <div class="top">
        {host === 'dashboard' ? <h2 class="title">Overview</h2> : <h1 class="title">{where.view === 'cases' ? 'Cases' : TITLES[where.view]}</h1>}
        <nav aria-label="Measures">
          {Object.entries(TITLES).map(([view, title]) => (
            <a
              href={hashOf({ view: view as View, asked: siteOf(where) })}
              {...(where.view === view ? { 'aria-current': 'page' as const } : {})}
            >
              {title}
            </a>
          ))}
        </nav>
        {where.view !== 'cases' && catalogue.state === 'read' && (
          <MonthlyReport site={where.asked['site'] ?? ''} months={catalogue.answer.reportMonths} />
        )}
      </div>
      <Read reading={catalogue} what="Opening">
        {(all) => <Screen where={where} catalogue={all} go={go} />}
      </Read>
    </div>
  );
}

function siteOf({ asked }: Where): Record<string, string> {
  return asked['site'] === undefined ? {} : { site: asked['site'] };
}

interface ScreenProps {
  readonly where: Where;
  readonly catalogue: Catalogue;
  readonly go: (change: Readonly<Record<string, string>>) => void;
}

function Screen({ where, catalogue, go }: ScreenProps) {
  if (where.view === 'cases') return <CaseList where={where} catalogue={catalogue} go={go} />;
  return (
    <>
      <Filters where={where} catalogue={catalogue} go={go} />
      <Numbers where={where} view={where.view} />
    </>
  );
}

function Numbers({ where, view }: { readonly where: Where; readonly view: Exclude<View, 'cases'> }) {
  const reading = useReading<Together>(`/api/measures/${view}${question(filtersOf(where.asked))}`);
  const Content = view === 'overview' ? Overview : Cards;
  return (
    <Read reading={reading} what="Counting">
      {({ measures, asOf }) => (
        <>
          <Content measures={measures} asked={where.asked} />
          <p class="soft asOf">Counted {new Date(asOf).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}.</p>
        </>
      )}
    </Read>
  );
}

interface ReadProps<T> {
  readonly reading: Reading<T>;
  readonly what: string;
  readonly children: (answer: T) => preact.ComponentChildren;
}

/** What was read, or why not. */
export function Read<T>({ reading, what, children }: ReadProps<T>) {
  if (reading.state === 'read') return <>{children(reading.answer)}</>;
  if (reading.state === 'loading') {
    return (
      <p class="loading" role="status">
        {what} …
      </p>
    );
  }
  return (
    <div class="problem" role="alert">
      <p>{reading.refusal.message}</p>
      {reading.refusal.mayPass && (
        <button type="button" onClick={reading.again}>
          Try again
        </button>
      )}
    </div>
  );
}
