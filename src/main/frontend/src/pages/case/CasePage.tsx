import { useCallback, useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, type Session, asRefusal, ask, whoIsHere } from '../shared/server';
import { ActionBar } from './ActionBar';
import { EmergencyButton } from './EmergencyButton';
import { Head } from './Head';
import { Oversight, RestrictionPanel } from './Oversight';
import { TimelineSection } from './TimelineSection';
import { sectionsOf } from './sections';
import type { Case } from './read';
import './case.css';

/** One woman's case: who she is, what is going on, her plan, and everything that happened. */
export function CasePage({ caseNumber }: { readonly caseNumber: string }) {
  const [found, setFound] = useState<Case>();
  const [problem, setProblem] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const [readings, setReadings] = useState(0);

  const read = useCallback((): void => {
    setProblem(undefined);
    ask<Case>(`/api/cases/${encodeURIComponent(caseNumber)}`).then(
      (answer) => {
        setFound(answer);
        setReadings((before) => before + 1);
        document.title = `${answer.caseNumber} · Throughcare`;
      },
      (error: unknown) => setProblem(asRefusal(error)),
    );
  }, [caseNumber]);
  useEffect(read, [read]);

  if (problem?.status === 404) return <NotHers caseNumber={caseNumber} refusal={problem} read={read} />;
  if (problem !== undefined) return <Problem refusal={problem} again={read} />;
  if (found === undefined) return <Loading what="Reading the case" />;
  const sections = sectionsOf(found);
  return (
    <>
      <Head found={found}>
        <ActionBar
          found={found}
          done={(what) => {
            setSaid(what);
            read();
          }}
        />
        <p class="said noPrint" role="status">
          {said}
        </p>
      </Head>
      <div class="body">
        <nav class="contents noPrint" aria-label="Parts of the case">
          <ul>
            {sections.map(({ id, title }) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            {readsTimeline(found) && (
              <li>
                <a href="#timeline">Timeline</a>
              </li>
            )}
            {found.supervises && (
              <li>
                <a href="#oversight">Who reads this</a>
              </li>
            )}
          </ul>
        </nav>
        <div class="parts">
          {sections.map(({ id, title, content }) => (
            <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
              <h2 id={`${id}-title`}>{title}</h2>
              {content}
            </section>
          ))}
          {readsTimeline(found) && <TimelineSection found={found} readings={readings} />}
          {found.supervises && <Oversight caseNumber={found.caseNumber} zone={found.zone} />}
        </div>
      </div>
      <footer class="printOnly">
        Printed from case {found.caseNumber}. Confidential: destroy it when it is no longer needed.
      </footer>
    </>
  );
}

/** Managers and providers read no line of it. */
function readsTimeline(found: Case): boolean {
  return found.relation !== 'NONE' && found.relation !== 'PROVIDER';
}

/** The same for a case that does not exist and for one that is not hers, so that it tells nothing. */
function NotHers({ caseNumber, refusal, read }: { readonly caseNumber: string; readonly refusal: Refusal; readonly read: () => void }) {
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    whoIsHere().then(setSession, () => undefined);
  }, []);
  return (
    <>
      <h1>Case {caseNumber}</h1>
      <Problem refusal={refusal} />
      {session !== undefined && session.sites.length > 0 && (
        <p>
          If a life may hang on it: <EmergencyButton caseNumber={caseNumber} opened={read} />
        </p>
      )}
      {session?.groups.some((group) => group.startsWith('supervisor.')) && (
        <div class="listOfReaders">
          <RestrictionPanel caseNumber={caseNumber} quiet />
        </div>
      )}
    </>
  );
}
