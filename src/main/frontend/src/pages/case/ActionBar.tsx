import { useState } from 'preact/hooks';
import { words } from '../shared/words';
import { ActionDialog } from './ActionDialog';
import { EmergencyButton } from './EmergencyButton';
import { Packs } from './Packs';
import type { Case } from './read';

/** What the process offers at any time, within the reader's rights. */
export function ActionBar({ found, done }: { readonly found: Case; readonly done: (what: string) => void }) {
  const [open, setOpen] = useState<string>();
  return (
    <div class="actions noPrint">
      {found.actions.map((action) => (
        <button type="button" class={action === 'raiseConcern' ? 'danger' : ''} onClick={() => setOpen(action)}>
          {words('action', action)}
        </button>
      ))}
      {found.relation === 'TEAM' && <EmergencyButton caseNumber={found.caseNumber} opened={() => done('')} />}
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <Packs caseNumber={found.caseNumber} packs={found.packs} />
      {found.mayExport && <Exports caseNumber={found.caseNumber} />}
      {found.status === 'closed' && <HowToReopen />}
      {open !== undefined && (
        <ActionDialog
          caseNumber={found.caseNumber}
          action={open}
          today={found.today}
          close={(saved) => {
            setOpen(undefined);
            if (saved) done(words('done', open));
          }}
        />
      )}
    </div>
  );
}

/** For the woman herself, when she asks what is held about her. */
function Exports({ caseNumber }: { readonly caseNumber: string }) {
  const address = `/api/cases/${encodeURIComponent(caseNumber)}/subject-access`;
  return (
    <p>
      When she asks what is held about her:{' '}
      <a href={`${address}?format=pdf`} download>
        everything to read (PDF)
      </a>{' '}
      or{' '}
      <a href={address} download>
        for a computer (JSON)
      </a>
      . What is about others is left out.
    </p>
  );
}

function HowToReopen() {
  return (
    <p>
      This case opens again, with its history, when reception registers her next admission under the same prison number:
      in <a href="/camunda/app/tasklist/default/">Tasklist</a>, “Start process”, “Register an admission”.
    </p>
  );
}
