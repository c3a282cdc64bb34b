import { useState } from 'preact/hooks';
import { DifferenceView } from './DifferenceView';
import type { Decision } from './api';
import { clock, moment } from './moments';
import type { MyDraft } from './useDraft';
import { hitPolicyInWords } from './values';

/** What the table is, who changed it last and why, and where it is asked. */
export function DecisionHead({ found }: { readonly found: Decision }) {
  const running = found.versions.find(({ version }) => version === found.version);
  return (
    <header class="decisionHead">
      <p class="noPrint">
        <a href="/decisions">All decisions</a>
      </p>
      <h1>{found.name}</h1>
      {found.description && <p>{found.description}</p>}
      <dl>
        <div>
          <dt>Version</dt>
          <dd>
            {found.version}
            {running !== undefined && `, since ${moment(running.at)}`}
          </dd>
        </div>
        <div>
          <dt>Made by</dt>
          <dd>
            {running?.authorName ?? running?.author ?? 'Released with the application'}
            {running?.approverName && `, approved by ${running.approverName}`}
          </dd>
        </div>
        {running?.reason && (
          <div>
            <dt>Why</dt>
            <dd>{running.reason}</dd>
          </div>
        )}
        <div>
          <dt>Used in</dt>
          <dd>
            {found.usedIn.length === 0
              ? 'By the application itself'
              : found.usedIn.map(({ processName, elementName }) => `${processName} › ${elementName}`).join('; ')}
          </dd>
        </div>
        <div>
          <dt>Hit policy</dt>
          <dd>{hitPolicyInWords(found.hitPolicy)}</dd>
        </div>
      </dl>
    </header>
  );
}

/** What others do with the same table. */
export function OthersWork({ found, now, draft }: { readonly found: Decision; readonly now: Decision; readonly draft: MyDraft }) {
  const [comparing, setComparing] = useState<string>();
  const mine = found.draft !== undefined || draft.standing.state === 'saved';
  const open = now.proposals.filter(({ state }) => state === 'proposed' || state === 'approved');
  const shown = comparing === undefined ? undefined : now.drafts.find(({ author }) => author === comparing);
  return (
    <>
      {now.version !== found.version && (
        <div class="notice" role="status">
          <p>
            Version {now.version} runs since this page was opened.{' '}
            <button type="button" class="link" onClick={() => location.reload()}>
              Read it
            </button>
          </p>
        </div>
      )}
      {draft.xml !== undefined && draft.baseVersion !== now.version && (
        <div class="notice">
          <p>
            Your draft began from version {draft.baseVersion}; version {now.version} runs now. Compare them under{' '}
            <a href="#history">History</a>, take over what changed, then{' '}
            <button type="button" class="link" onClick={() => void draft.goOnFrom(now.version)}>
              go on from version {now.version}
            </button>
            .
          </p>
        </div>
      )}
      {now.packagedWaits && (
        <div class="notice">
          <p>
            A new release brings another version of this table: <a href="#history">compare the three</a>.
          </p>
        </div>
      )}
      {open.map((proposal) => (
        <div class="notice" key={proposal.id}>
          <p>
            {proposal.state === 'approved' ? 'A change is approved and waits for its date' : 'A change is proposed'}, by{' '}
            {proposal.authorName}: <a href={`/decisions/proposals/${encodeURIComponent(proposal.id)}`}>look at it</a>.
          </p>
        </div>
      ))}
      {now.drafts.map(({ author, authorName, savedAt }) => (
        <div class="notice" key={author}>
          <p>
            {authorName} is also changing this table, last saved {clock(savedAt)}:{' '}
            <button type="button" class="link" aria-expanded={comparing === author} onClick={() => setComparing(comparing === author ? undefined : author)}>
              compare
            </button>
            .
          </p>
        </div>
      ))}
      {shown !== undefined && (
        <section class="panel" aria-labelledby="other-title">
          <h2 id="other-title">Compared with the draft of {shown.authorName}</h2>
          <DifferenceView
            id={found.id}
            from={mine ? 'draft' : String(now.version)}
            to={`draft:${shown.author}`}
            fromName={mine ? 'Your draft' : `Version ${now.version}`}
            toName={`Draft of ${shown.authorName}`}
            columns={found}
          />
        </section>
      )}
    </>
  );
}
