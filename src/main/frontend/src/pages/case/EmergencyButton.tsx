import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, send } from '../shared/server';

/** A life may hang on what she may not read otherwise: she gives a reason, and her supervisor is told. */
export function EmergencyButton({ caseNumber, opened }: { readonly caseNumber: string; readonly opened: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open in an emergency
      </button>
      {open && (
        <EmergencyDialog
          caseNumber={caseNumber}
          close={(done) => {
            setOpen(false);
            if (done) opened();
          }}
        />
      )}
    </>
  );
}

function EmergencyDialog({ caseNumber, close }: { readonly caseNumber: string; readonly close: (done: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await send('POST', `/api/cases/${encodeURIComponent(caseNumber)}/break-glass`, { reason });
      close(true);
    } catch (error) {
      setProblem(asRefusal(error));
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="emergency-title" onCancel={() => close(false)}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="emergency-title">Open this case in an emergency</h2>
        <p>
          You will read everything about her for a short time. Your reason is kept with her case, and the supervisor is
          told now.
        </p>
        <div class="question">
          <label for="reason">Why can it not wait?</label>
          <textarea
            id="reason"
            rows={3}
            required
            minLength={10}
            maxLength={500}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        {problem !== undefined && <Problem refusal={problem} />}
        <p class="buttons">
          <button type="submit" class="danger" disabled={busy}>
            Open the case
          </button>
          <button type="button" onClick={() => close(false)}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}
