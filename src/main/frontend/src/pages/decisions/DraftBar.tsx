import { useRef } from 'preact/hooks';
import { type Decision, of } from './api';
import { clock } from './moments';
import type { OpenTable } from './table/dmn';
import type { MyDraft } from './useDraft';

interface Props {
  readonly found: Decision;
  readonly draft: MyDraft;
  readonly showsDraft: boolean;
  readonly table: OpenTable | undefined;
  /** Whether the table itself is in sight. */
  readonly withTable: boolean;
  readonly show: (what: 'draft' | 'running') => void;
  readonly refuse: (why: string) => void;
  readonly propose: () => void;
}

/** Which text is on the screen, how it stands with the draft, and what can be done with it. */
export function DraftBar({ found, draft, showsDraft, table, withTable, show, refuse, propose }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const discard = async (): Promise<void> => {
    if (!confirm('Discard your draft? What you changed is lost.')) return;
    try {
      await draft.discard();
      show('running');
    } catch (error) {
      refuse(error instanceof Error ? error.message : 'It could not be discarded.');
    }
  };
  const importFile = async (chosen: File): Promise<void> => {
    const text = await chosen.text();
    const why = whyNot(text, found.id);
    if (why !== undefined) {
      refuse(why);
      return;
    }
    if (draft.xml !== undefined && !confirm('Replace your draft with this file?')) return;
    draft.replace(text);
    show('draft');
  };
  return (
    <div class="bar noPrint">
      {draft.xml !== undefined && (
        <fieldset class="which">
          <legend class="hidden">Which text is shown</legend>
          <label>
            <input type="radio" name="shown" checked={showsDraft} onChange={() => show('draft')} />
            Your draft
          </label>
          <label>
            <input type="radio" name="shown" checked={!showsDraft} onChange={() => show('running')} />
            Version {found.version}, running
          </label>
        </fieldset>
      )}
      {draft.xml === undefined && found.mayEdit && (
        <button
          type="button"
          class="main"
          onClick={() => {
            draft.begin();
            show('draft');
          }}
        >
          Edit a draft
        </button>
      )}
      {showsDraft && withTable && table !== undefined && (
        <>
          <button type="button" title="Ctrl+Z" onClick={table.undo} disabled={!table.mayUndo()}>
            Undo
          </button>
          <button type="button" title="Ctrl+Y" onClick={table.redo} disabled={!table.mayRedo()}>
            Redo
          </button>
          <button type="button" onClick={table.addRule}>
            Add a rule
          </button>
        </>
      )}
      {found.mayEdit && (
        <>
          <button type="button" onClick={() => file.current?.click()}>
            Import .dmn
          </button>
          <input
            ref={file}
            type="file"
            accept=".dmn,application/xml,text/xml"
            class="hidden"
            tabIndex={-1}
            aria-label="DMN file to import as your draft"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (chosen) void importFile(chosen);
            }}
          />
        </>
      )}
      <button type="button" onClick={() => void exported(found, draft, showsDraft)}>
        Export .dmn
      </button>
      {draft.xml !== undefined && showsDraft && (
        <>
          <button type="button" onClick={() => void discard()}>
            Discard the draft
          </button>
          <button type="button" class="main" onClick={propose}>
            Propose …
          </button>
        </>
      )}
      <span class={`standing ${draft.standing.state}`} role="status">
        {draft.xml === undefined ? '' : standingInWords(draft)}
      </span>
    </div>
  );
}

function standingInWords({ standing, baseVersion }: MyDraft): string {
  switch (standing.state) {
    case 'unchanged':
      return `Nothing changed yet, from version ${baseVersion}`;
    case 'changed':
      return 'Changed';
    case 'saving':
      return 'Saving …';
    case 'saved':
      return `Saved ${clock(standing.at)}, from version ${baseVersion}`;
    case 'failed':
      return `Not saved: ${standing.why}`;
    case 'elsewhere':
      return 'Not saved: it was saved in another window';
  }
}

/** What is on the screen, as a file, also when it is not saved yet. */
async function exported(found: Decision, draft: MyDraft, showsDraft: boolean): Promise<void> {
  const link = document.createElement('a');
  link.download = `${found.id}-${showsDraft ? 'draft' : found.version}.dmn`;
  if (showsDraft && draft.xml !== undefined) {
    link.href = URL.createObjectURL(new Blob([draft.xml], { type: 'application/xml' }));
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } else {
    link.href = of(found.id, `/text?ref=${found.version}&download=true`);
  }
  link.click();
}

/** As long as the server takes it. */
const MOST_LETTERS = 2_000_000;

/** Why a file cannot be this table; the server checks everything else. */
export function whyNot(text: string, id: string): string | undefined {
  if (text.length > MOST_LETTERS) return 'This file is longer than two million letters. No table is; nothing of it was taken.';
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return 'A file with a document type or entities is not taken.';
  const tree = new DOMParser().parseFromString(text, 'text/xml');
  if (tree.getElementsByTagName('parsererror').length > 0) return 'This file is no readable XML.';
  const decisions = [...tree.getElementsByTagNameNS('*', 'decision')].map((decision) => decision.id);
  return decisions.includes(id)
    ? undefined
    : `This file holds ${decisions.length === 0 ? 'no table' : decisions.join(', ')}; the processes ask for “${id}”.`;
}
