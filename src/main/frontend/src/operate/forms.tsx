import { useState } from 'preact/hooks';
import { useAnswer } from '../flow/ask';
import { spoken } from '../pages/shared/words';
import type { Request } from './model';

interface Choose {
  readonly choose: (request: Request | undefined) => void;
}

interface CaseManager {
  readonly userId: string;
  readonly name: string;
  readonly site: string;
}

interface Step {
  readonly id: string;
  readonly name: string;
}

interface Movable {
  readonly id: string;
  readonly process: string;
  readonly waitsAt: readonly Step[];
  readonly steps: readonly Step[];
}

interface Older {
  readonly process: string;
  readonly name: string;
  readonly newest: number;
  readonly running: number;
}

export function Reassign({ choose }: Choose) {
  const { found, problem } = useAnswer<readonly CaseManager[]>('/api/case-managers');
  const [from, setFrom] = useState('');
  const chosen = found?.find(({ userId, site }) => `${userId} ${site}` === from);
  return (
    <Form problem={problem} ready={chosen !== undefined} show={() => choose({ caseManager: chosen!.userId, site: chosen!.site })}>
      <label>
        Whose cases?{' '}
        <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
          <option value="">Choose</option>
          {(found ?? []).map(({ userId, name, site }) => (
            <option key={userId + site} value={`${userId} ${site}`}>
              {name}, {spoken(site)}
            </option>
          ))}
        </select>
      </label>
      <p>They go to her colleagues at the site who have room within the limits, the least loaded first.</p>
    </Form>
  );
}

export function Retry({ choose }: Choose) {
  return (
    <Form ready show={() => choose({})}>
      <p>Steps that failed and have no tries left are tried once more. Do so when the cause is gone.</p>
    </Form>
  );
}

export function Move({ choose }: Choose) {
  const [typed, setTyped] = useState('');
  const [caseNumber, setCaseNumber] = useState('');
  const [instance, setInstance] = useState('');
  const [cancel, setCancel] = useState('');
  const [start, setStart] = useState('');
  const [where, setWhere] = useState('before');
  const { found, problem } = useAnswer<readonly Movable[]>(
    caseNumber === '' ? '' : `/api/operations/running?caseNumber=${encodeURIComponent(caseNumber)}`,
  );
  const process = found?.find(({ id }) => id === instance);
  return (
    <>
      <form
        class="throughcare-narrow"
        onSubmit={(event) => {
          event.preventDefault();
          setInstance('');
          choose(undefined);
          setCaseNumber(typed.trim());
        }}
      >
        <label>
          Case number <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <button type="submit">Find its processes</button>
      </form>
      <Form
        problem={problem}
        ready={process !== undefined && cancel !== '' && start !== ''}
        show={() => choose({ items: [instance], cancel, start, where })}
      >
        <Select label="Process" value={instance} change={setInstance} options={(found ?? []).map(({ id, process: name }) => ({ id, name }))} />
        <Select label="Leaves" value={cancel} change={setCancel} options={process?.waitsAt ?? []} />
        <label>
          and goes on{' '}
          <select value={where} onChange={(event) => setWhere(event.currentTarget.value)}>
            <option value="before">before</option>
            <option value="after">after</option>
          </select>
        </label>
        <Select label="the step" value={start} change={setStart} options={process?.steps ?? []} />
      </Form>
    </>
  );
}

export function Migrate({ choose }: Choose) {
  const { found, problem } = useAnswer<readonly Older[]>('/api/operations/versions');
  const [process, setProcess] = useState('');
  return (
    <Form problem={problem} ready={process !== ''} show={() => choose({ process })}>
      {found?.length === 0 ? (
        <p>Everything runs with the newest version of its process.</p>
      ) : (
        <Select
          label="Process"
          value={process}
          change={setProcess}
          options={(found ?? []).map((older) => ({
            id: older.process,
            name: `${older.name}: ${older.running} run with a version before ${older.newest}`,
          }))}
        />
      )}
    </Form>
  );
}

interface Filled {
  readonly problem?: string | undefined;
  readonly ready: boolean;
  readonly show: () => void;
  readonly children: preact.ComponentChildren;
}

function Form({ problem, ready, show, children }: Filled) {
  return (
    <form
      class="throughcare-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {problem !== undefined && <p role="alert">{problem}</p>}
      {children}
      <button type="submit" disabled={!ready}>
        Show what would happen
      </button>
    </form>
  );
}

interface Options {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly options: readonly Step[];
}

function Select({ label, value, change, options }: Options) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">Choose</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
