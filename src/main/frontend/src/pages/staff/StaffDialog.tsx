import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, send } from '../shared/server';
import type { StaffLine } from './line';

interface Props {
  readonly line: StaffLine;
  readonly sites: readonly (readonly [string, string])[];
  readonly close: (saved: boolean) => void;
}

/** Enters or changes a case manager. */
export function StaffDialog({ line, sites, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setProblem(undefined);
    try {
      await send('PUT', `/api/staff/${encodeURIComponent(line.userId)}`, {
        site: given.get('site'),
        displayName: given.get('displayName'),
        woman: given.get('woman') === 'yes',
        workingPattern: given.get('workingPattern'),
        active: given.get('active') === 'yes',
      });
      close(true);
    } catch (error) {
      setProblem(asRefusal(error));
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onCancel={() => close(false)}>
      <form onSubmit={(event) => void save(event)}>
        <h2 id="dialog-title">{line.userId}</h2>
        <div class="question">
          <label for="displayName">Name</label>
          <input type="text" id="displayName" name="displayName" required maxLength={200} defaultValue={line.displayName} />
        </div>
        <div class="question">
          <label for="site">Site</label>
          <select id="site" name="site" defaultValue={line.site}>
            {sites.map(([site, name]) => (
              <option value={site} selected={site === line.site}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Choice
          name="woman"
          question="Is she a woman?"
          help="Only women are case managers of women."
          chosen={line.woman === undefined ? '' : line.woman ? 'yes' : 'no'}
          options={[
            ['yes', 'Yes'],
            ['no', 'No'],
          ]}
        />
        <Choice
          name="workingPattern"
          question="How much does she work?"
          chosen={line.workingPattern ?? 'full'}
          options={[
            ['full', 'Full time'],
            ['part', 'Part time'],
          ]}
        />
        <Choice
          name="active"
          question="Does she carry cases now?"
          help="When she leaves, say no: her supervisor sees which cases need another case manager."
          chosen={line.active === false ? 'no' : 'yes'}
          options={[
            ['yes', 'Yes'],
            ['no', 'No'],
          ]}
        />
        {problem !== undefined && <Problem refusal={problem} />}
        <p class="buttons">
          <button type="submit" class="main" disabled={busy}>
            {busy ? 'Saving …' : 'Save'}
          </button>
          <button type="button" onClick={() => close(false)}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly question: string;
  readonly help?: string;
  readonly chosen: string;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ name, question, help, chosen, options }: ChoiceProps) {
  return (
    <fieldset class="question">
      <legend>{question}</legend>
      {help !== undefined && <p class="soft">{help}</p>}
      {options.map(([value, text]) => (
        <label class="choice">
          <input type="radio" name={name} value={value} required defaultChecked={value === chosen} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
