import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, send } from '../shared/server';
import { FailedGoldenCases, Findings } from './ChecksPanel';
import { type Checks, type Columns, type Finding, type Proposal, of } from './api';

interface Props {
  readonly id: string;
  readonly columns: Columns;
  readonly title: string;
  readonly explanation: string;
  /** What is proposed: the draft, an earlier version or the packaged table. */
  readonly text: string;
  /** The checks of that text when they are known here. */
  readonly checks?: Checks | undefined;
  readonly close: () => void;
}

/** Asks a second person to release a text: why, when, and whether it cannot wait. */
export function ProposeDialog({ id, columns, title, explanation, text, checks, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Refusal>();
  const [atDate, setAtDate] = useState(false);
  const [emergency, setEmergency] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const isReturn = text !== 'draft' && text !== 'packaged';
  const blocked = checks !== undefined && !checks.mayBeProposed;

  const propose = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const date = String(given.get('date') ?? '');
    setBusy(true);
    setProblem(undefined);
    try {
      const proposal = await send<Proposal>('POST', of(id, '/proposals'), {
        ref: text,
        reason: String(given.get('reason') ?? '').trim(),
        emergency,
        effectiveAt: atDate && date !== '' ? new Date(date).toISOString() : null,
      });
      location.assign(`/decisions/proposals/${encodeURIComponent(proposal.id)}`);
    } catch (error) {
      setProblem(asRefusal(error));
      setBusy(false);
    }
  };

  const refused = problem?.problem['findings'] as readonly Finding[] | undefined;
  return (
    <dialog ref={dialog} aria-labelledby="propose-title" onCancel={close}>
      <form onSubmit={(event) => void propose(event)}>
        <h2 id="propose-title">{title}</h2>
        <p>{explanation}</p>
        {blocked ? (
          <>
            <p class="late">It cannot be proposed before this is put right:</p>
            <Findings findings={checks.findings.filter(({ severity }) => severity === 'error')} columns={columns} />
            <FailedGoldenCases checks={checks} columns={columns} onward={close} />
          </>
        ) : (
          <>
            <div class="question">
              <label for="reason">Why?</label>
              <p class="soft">Whoever approves it reads this, and it stays with the version. No names of women.</p>
              <textarea id="reason" name="reason" required maxLength={2000} rows={3} />
            </div>
            {isReturn && (
              <fieldset class="question">
                <legend>Can it wait?</legend>
                <label class="choice">
                  <input
                    type="checkbox"
                    checked={emergency}
                    onChange={(event) => {
                      setEmergency(event.currentTarget.checked);
                      setAtDate(false);
                    }}
                  />
                  No, this is an emergency
                </label>
                <p class="soft">
                  The earlier version runs at once. A second person reviews it afterwards; if she does not agree, the version
                  before runs again.
                </p>
              </fieldset>
            )}
            <fieldset class="question" disabled={emergency}>
              <legend>When?</legend>
              <label class="choice">
                <input type="radio" name="when" checked={!atDate} onChange={() => setAtDate(false)} />
                {emergency ? 'At once' : 'As soon as it is approved'}
              </label>
              <label class="choice">
                <input type="radio" name="when" checked={atDate} onChange={() => setAtDate(true)} />
                At a date
              </label>
              {atDate && <input type="datetime-local" name="date" required aria-label="Date and time from which it runs" />}
            </fieldset>
          </>
        )}
        {problem !== undefined && <Problem refusal={problem} />}
        {refused !== undefined && <Findings findings={refused} columns={columns} />}
        <p class="buttons">
          {!blocked && (
            <button type="submit" class="main" disabled={busy}>
              {busy ? 'Proposing …' : emergency ? 'Go back now' : 'Propose'}
            </button>
          )}
          <button type="button" onClick={close}>
            {blocked ? 'Close' : 'Cancel'}
          </button>
        </p>
      </form>
    </dialog>
  );
}
