import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, type Session, asRefusal, ask, send, whoIsHere } from '../shared/server';
import { FailedGoldenCases, Findings, Proof } from './ChecksPanel';
import { DifferenceView } from './DifferenceView';
import { ImpactView } from './ImpactView';
import { type Decision, type Proposal, type ProposalState, of } from './api';
import { moment } from './moments';
import './decisions.css';

const LOOK_EVERY = 2_000;

const STATES: Readonly<Record<ProposalState, string>> = {
  proposed: 'Waits for a second person',
  approved: 'Approved, waits for its date',
  released: 'Runs',
  sentBack: 'Sent back',
  withdrawn: 'Withdrawn',
  refused: 'Refused',
};

/** What the open task of a proposal asks for. */
const TASKS: Readonly<Record<ProposalState, string>> = {
  proposed: 'Approve it or send it back in Tasklist',
  approved: 'Open its task in Tasklist',
  released: 'Review it in Tasklist',
  sentBack: 'Read the answer in Tasklist',
  withdrawn: 'Open its task in Tasklist',
  refused: 'Read the answer in Tasklist',
};

const MARKS: Readonly<Record<ProposalState, string>> = {
  proposed: 'mark warning',
  approved: 'mark good',
  released: 'mark good',
  sentBack: 'mark warning',
  withdrawn: 'mark',
  refused: 'mark danger',
};

/** What is proposed, by whom and why: the differences, the checks and whom it touches. */
export function ProposalPage({ proposal: id }: { readonly proposal: string }) {
  const [proposal, setProposal] = useState<Proposal>();
  const [decision, setDecision] = useState<Decision>();
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<Refusal>();
  const address = `/api/decisions/proposals/${encodeURIComponent(id)}`;
  const read = (): void => {
    setProblem(undefined);
    const all = async (): Promise<void> => {
      const found = await ask<Proposal>(address);
      setProposal(found);
      document.title = `${found.decisionName}: proposal · Throughcare`;
      setDecision(await ask<Decision>(of(found.decision)));
    };
    all().catch((error: unknown) => setProblem(asRefusal(error)));
    whoIsHere().then(setSession, () => undefined);
  };
  useEffect(read, [id]);
  const comparing = proposal?.impactRun && !proposal.impact && proposal.state === 'proposed';
  useEffect(() => {
    if (!comparing) return undefined;
    const timer = setInterval(() => ask<Proposal>(address).then(setProposal, () => undefined), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [comparing]);
  const withdraw = async (): Promise<void> => {
    if (!confirm('Withdraw this proposal?')) return;
    await send('DELETE', address, undefined).then(read, (error: unknown) => setProblem(asRefusal(error)));
  };
  if (proposal === undefined) {
    return problem === undefined ? <Loading what="Reading the proposal" /> : <Problem refusal={problem} again={read} />;
  }
  const columns = decision ?? { inputs: [], outputs: [] };
  const mine = session?.userId === proposal.author;
  return (
    <div class="workbench">
      <Head proposal={proposal} running={decision?.version} />
      {problem !== undefined && <Problem refusal={problem} />}
      <p class="buttons noPrint">
        {proposal.taskId && mine === (proposal.state === 'sentBack' || proposal.state === 'refused') && (
          <a class="button" href={`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(proposal.taskId)}`}>
            {TASKS[proposal.state]}
          </a>
        )}
        {mine && proposal.state === 'proposed' && (
          <>
            <span class="soft">Somebody else approves it: a second analyst or a manager.</span>
            <button type="button" onClick={() => void withdraw()}>
              Withdraw
            </button>
          </>
        )}
        {mine && proposal.state === 'released' && proposal.taskId && (
          <span class="soft">It runs. Somebody else reviews it: a second analyst or a manager.</span>
        )}
      </p>
      <section class="panel" aria-labelledby="difference-title">
        <h2 id="difference-title">What changes</h2>
        <DifferenceView
          id={proposal.decision}
          from={String(proposal.baseVersion)}
          to={`proposal:${proposal.id}`}
          fromName={`Version ${proposal.baseVersion}`}
          toName="Proposed"
          columns={columns}
        />
        {proposal.goldenCases.length > 0 && (
          <>
            <h3>Golden cases</h3>
            <ul>
              {proposal.goldenCases.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="panel" aria-labelledby="checks-title">
        <h2 id="checks-title">Checks</h2>
        {proposal.checks ? (
          <>
            <Proof checks={proposal.checks} />
            <Findings findings={proposal.checks.findings} columns={columns} />
            <FailedGoldenCases checks={proposal.checks} columns={columns} />
            {proposal.kind === 'back' && proposal.checks.goldenCases.some(({ ok }) => !ok) && (
              <p class="soft">Golden cases keep nobody from going back. Change them when this version stays.</p>
            )}
          </>
        ) : (
          <p class="empty">No checks are kept with it.</p>
        )}
      </section>
      <section class="panel" aria-labelledby="impact-title">
        <h2 id="impact-title">Whom it would touch</h2>
        {proposal.impact ? (
          <ImpactView impact={proposal.impact} outputs={columns.outputs} />
        ) : (
          <p class="empty" role="status">
            {comparing ? 'Past decisions and open cases are being asked again …' : 'Past decisions were not asked again for it.'}
          </p>
        )}
      </section>
    </div>
  );
}

function Head({ proposal, running }: { readonly proposal: Proposal; readonly running: number | undefined }) {
  const undone = proposal.emergency && proposal.state === 'sentBack';
  const ran = proposal.state === 'released' && running !== undefined && running !== proposal.releasedVersion;
  return (
    <header class="decisionHead">
      <p class="noPrint">
        <a href={`/decisions/${encodeURIComponent(proposal.decision)}`}>{proposal.decisionName}</a>
      </p>
      <h1>
        {titleOf(proposal)} {ran ? <span class="mark">Ran; version {running} runs now</span> : <span class={MARKS[proposal.state]}>{undone ? 'Undone' : STATES[proposal.state]}</span>}{' '}
        {proposal.emergency && <span class="mark danger">Emergency</span>}
      </h1>
      <dl>
        <div>
          <dt>Proposed by</dt>
          <dd>
            {proposal.authorName}, {moment(proposal.proposedAt)}
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>{proposal.reason}</dd>
        </div>
        <div>
          <dt>Runs from</dt>
          <dd>{proposal.effectiveAt ? moment(proposal.effectiveAt) : proposal.emergency ? 'At once' : 'As soon as it is approved'}</dd>
        </div>
        {proposal.decidedByName && (
          <div>
            <dt>Answered by</dt>
            <dd>
              {proposal.decidedByName}
              {proposal.decidedAt && `, ${moment(proposal.decidedAt)}`}
              {proposal.answer && <div>{proposal.answer}</div>}
            </dd>
          </div>
        )}
        {proposal.releasedVersion !== null && proposal.releasedVersion !== undefined && (
          <div>
            <dt>Version</dt>
            <dd>{proposal.releasedVersion}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

function titleOf({ kind, decisionName }: Proposal): string {
  if (kind === 'back') return `${decisionName}: back to an earlier version`;
  if (kind === 'packaged') return `${decisionName}: the table of the new release`;
  return `${decisionName}: a change`;
}
