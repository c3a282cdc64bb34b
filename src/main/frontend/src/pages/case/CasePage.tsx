import { useCallback, useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { Refusal, ask } from '../shared/server';
import { ActionBar } from './ActionBar';
import { Head } from './Head';
import { TimelineSection } from './TimelineSection';
import { sectionsOf } from './sections';
import type { Case } from './read';
import './case.css';

/** One woman's case: who she is, what is going on, her plan, and everything that happened. */
export function CasePage({ caseNumber }: { readonly caseNumber: string }) {
  const [found, setFound] = useState<Case>();
  const [problem, setProblem] = useState<string>();
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
      (error: unknown) =>
        setProblem(error instanceof Refusal ? error.message : 'The server cannot be reached. Check the connection.'),
    );
  }, [caseNumber]);
  useEffect(read, [read]);

  if (problem !== undefined) return <Problem text={problem} again={read} />;
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
            <li>
              <a href="#timeline">Timeline</a>
            </li>
          </ul>
        </nav>
        <div class="parts">
          {sections.map(({ id, title, content }) => (
            <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
              <h2 id={`${id}-title`}>{title}</h2>
              {content}
            </section>
          ))}
          <TimelineSection found={found} readings={readings} />
        </div>
      </div>
      <footer class="printOnly">
        Printed from case {found.caseNumber}. Confidential: destroy it when it is no longer needed.
      </footer>
    </>
  );
}
