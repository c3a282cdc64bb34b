import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, askText } from '../shared/server';
import { Tabs, useTab } from './Tabs';
import type { Line, Overview } from './api';
import { moment } from './moments';
import { hitPolicyInWords, mustAnswer } from './values';
import './decisions.css';

const TABS = [
  { id: 'tables', title: 'Tables' },
  { id: 'requirements', title: 'Which table feeds which' },
] as const;

/** All tables that decide something: who changed them, where they are used and how they do. */
export function DecisionsPage() {
  const [overview, setOverview] = useState<Overview>();
  const [problem, setProblem] = useState<Refusal>();
  const tab = useTab(TABS);
  const read = (): void => {
    setProblem(undefined);
    ask<Overview>('/api/decisions').then(setOverview, (error: unknown) => setProblem(asRefusal(error)));
  };
  useEffect(read, []);
  return (
    <div class="workbench">
      <h1>Decisions</h1>
      <p>
        Every table that decides about a woman’s way. A change is checked, tried on past decisions and approved by a second
        person before it runs. Counts are those of the last 12 months.
      </p>
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {overview === undefined && problem === undefined && <Loading what="Reading the tables" />}
      {overview !== undefined && (
        <>
          <Tabs tabs={TABS} current={tab} label="Ways to look at the tables" />
          {tab === 'tables' ? <List lines={overview.decisions} /> : <Picture />}
        </>
      )}
    </div>
  );
}

function List({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return <p class="empty">No table is deployed.</p>;
  return (
    <section class="panel scrolls" aria-label="Tables" tabIndex={0}>
      <table class="overview">
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col">Changed</th>
            <th scope="col">Used in</th>
            <th scope="col" class="number">
              Asked
            </th>
            <th scope="col" class="number">
              Rules that never fired
            </th>
            <th scope="col" class="number">
              No rule fired
            </th>
            <th scope="col">Open work</th>
          </tr>
        </thead>
        <tbody>
          {[...lines]
            .sort((one, other) => one.name.localeCompare(other.name))
            .map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <a href={`/decisions/${encodeURIComponent(line.id)}`}>{line.name}</a>
                  {line.description && <div class="describes">{line.description}</div>}
                  <div class="soft">
                    Version {line.version} · {line.rules} {line.rules === 1 ? 'rule' : 'rules'} ·{' '}
                    {hitPolicyInWords(line.hitPolicy)}
                  </div>
                </th>
                <td>
                  <Changed line={line} />
                </td>
                <td>
                  <UsedIn line={line} />
                </td>
                <td class="number">{line.decided.toLocaleString('en-GB')}</td>
                <td class="number">
                  {line.decided === 0 ? <span class="soft">–</span> : `${line.neverFired} of ${line.rules}`}
                </td>
                <td class="number">
                  <NoRule line={line} />
                </td>
                <td>
                  <OpenWork line={line} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Changed({ line }: { readonly line: Line }) {
  if (line.source === 'packaged') return <span class="soft">As it was released</span>;
  return (
    <>
      {line.changedByName ?? line.changedBy}
      {line.changedAt && <div class="soft">{moment(line.changedAt)}</div>}
      {line.reason && <div class="reason">{line.reason}</div>}
    </>
  );
}

function UsedIn({ line }: { readonly line: Line }) {
  const names = [...new Set(line.usedIn.map((use) => use.processName))];
  return names.length === 0 ? <span class="soft">By the application itself</span> : <>{names.join(', ')}</>;
}

function OpenWork({ line }: { readonly line: Line }) {
  const open = line.proposals.filter((proposal) => proposal.state === 'proposed' || proposal.state === 'approved');
  return (
    <ul class="plain">
      {line.packagedWaits && (
        <li>
          <a href={`/decisions/${encodeURIComponent(line.id)}#history`}>A new release brings another version of this table</a>
        </li>
      )}
      {open.map((proposal) => (
        <li>
          <a href={`/decisions/proposals/${encodeURIComponent(proposal.id)}`}>
            {proposal.state === 'approved' ? 'Approved, waits for its date' : 'Proposed'} by {proposal.authorName}
          </a>
        </li>
      ))}
      {line.drafts.map((draft) => (
        <li>Draft of {draft.authorName}</li>
      ))}
    </ul>
  );
}

function Picture() {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | string>('loading');
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const [xml, { openPicture }] = await Promise.all([
        askText('/api/decisions/requirements'),
        import('./table/dmn'),
      ]);
      if (gone || place.current === null) return;
      close = await openPicture(place.current, xml, (id) => location.assign(`/decisions/${encodeURIComponent(id)}`));
      if (gone) close();
      else setState('shown');
    };
    draw().catch((error: unknown) => setState(error instanceof Error ? error.message : 'It cannot be shown.'));
    return () => {
      gone = true;
      close?.();
    };
  }, []);
  return (
    <section class="panel" aria-label="Which table feeds which">
      <p class="soft">
        An arrow leads from a table to the one that uses its result. A click opens a table; the list under “Tables” leads to the
        same places by keyboard.
      </p>
      {state === 'loading' && <Loading what="Drawing" />}
      {state !== 'loading' && state !== 'shown' && (
        <div class="problem" role="alert">
          <p>{state}</p>
        </div>
      )}
      <div ref={place} class="picture" role="region" aria-label="Picture of the tables and which feeds which" />
    </section>
  );
}

/** A table that collects may say nothing about a woman; any other must always answer. */
function NoRule({ line }: { readonly line: Line }) {
  const times = line.fellThrough.toLocaleString('en-GB');
  return line.fellThrough > 0 && mustAnswer(line.hitPolicy) ? <strong class="late">{times}</strong> : <>{times}</>;
}
