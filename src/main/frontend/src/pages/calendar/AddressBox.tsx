import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, send } from '../shared/server';
import { dayInWords, momentInWords } from '../shared/times';
import type { Address, MadeAddress } from './calendar';

type Step = 'renew' | 'revoke';

interface Props {
  readonly address: Address | undefined;
  readonly changed: () => void;
}

/** The secret address of her calendar: made, replaced and revoked by herself; shown once. */
export function AddressBox({ address, changed }: Props) {
  const [made, setMade] = useState<MadeAddress>();
  const [asked, setAsked] = useState<Step>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Refusal>();

  const make = (): Promise<void> =>
    send<MadeAddress>('POST', '/api/calendar/address', {}).then((answer) => {
      setMade(answer);
      setSaid('Your calendar address is made.');
      changed();
    });
  const revoke = (): Promise<void> =>
    send<void>('DELETE', '/api/calendar/address', {}).then(() => {
      setMade(undefined);
      setSaid('Revoked. The address opens nothing any more.');
      changed();
    });

  return (
    <section class="calendar-box" aria-labelledby="address-title">
      <h2 id="address-title">In your own calendar</h2>
      <p>
        With an address of your own, the calendar on your telephone or computer shows these appointments and keeps them up
        to date. It shows a case number, a word such as “Meeting” and the site, and nothing else. Whoever has the address
        sees the same: keep it to yourself.
      </p>
      {made !== undefined && <NewAddress made={made} />}
      {made === undefined && address !== undefined && <Known address={address} />}
      {address === undefined && made === undefined && <p class="empty">You have no calendar address yet.</p>}
      {problem !== undefined && <Problem refusal={problem} />}
      <p class="buttons">
        {address === undefined ? (
          <button
            type="button"
            class="main"
            onClick={() => {
              setProblem(undefined);
              make().catch((error: unknown) => setProblem(asRefusal(error)));
            }}
          >
            Make an address
          </button>
        ) : (
          <>
            <button type="button" onClick={() => setAsked('renew')}>
              Make a new address
            </button>
            <button type="button" onClick={() => setAsked('revoke')}>
              Revoke
            </button>
          </>
        )}
      </p>
      <p class="said" role="status">
        {said}
      </p>
      {asked !== undefined && (
        <Confirm step={asked} act={asked === 'renew' ? make : revoke} close={() => setAsked(undefined)} />
      )}
    </section>
  );
}

function Known({ address }: { readonly address: Address }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <p>
      You have an address. It was made on {momentInWords(address.madeAt, zone)}, opens until {dayInWords(address.endsOn)}{' '}
      and was {address.lastReadAt === undefined ? 'never read' : `last read on ${momentInWords(address.lastReadAt, zone)}`}.
      It cannot be shown again; if it is lost, make a new one.
    </p>
  );
}

function NewAddress({ made }: { readonly made: MadeAddress }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [made]);
  const copy = (): void => {
    field.current?.select();
    navigator.clipboard.writeText(made.url).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div class="new-address">
      <label for="calendar-address">Your calendar address, shown this once</label>
      <div>
        <input id="calendar-address" type="text" readOnly value={made.url} ref={field} />
        <button type="button" onClick={copy}>
          Copy
        </button>
      </div>
      <p>
        Enter it in your calendar where it says “subscribe” or “add from the web”. It opens until {dayInWords(made.endsOn)}.
      </p>
      <p class="said" role="status">
        {copied ? 'Copied.' : ''}
      </p>
    </div>
  );
}

const WORDS = {
  renew: {
    title: 'Make a new address?',
    text: 'The address that you have opens nothing from then on. Enter the new one in each calendar that uses it.',
    yes: 'Make a new address',
  },
  revoke: {
    title: 'Revoke your address?',
    text: 'Your calendars show these appointments no more. You can make another address at any time.',
    yes: 'Revoke',
  },
} as const;

interface ConfirmProps {
  readonly step: Step;
  readonly act: () => Promise<void>;
  readonly close: () => void;
}

function Confirm({ step, act, close }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const words = WORDS[step];
  const confirm = (): void => {
    setBusy(true);
    act().then(close, (error: unknown) => {
      setProblem(asRefusal(error));
      setBusy(false);
    });
  };
  return (
    <dialog ref={dialog} aria-labelledby="confirm-title" onCancel={close}>
      <h2 id="confirm-title">{words.title}</h2>
      <p>{words.text}</p>
      {problem !== undefined && <Problem refusal={problem} />}
      <p class="buttons">
        <button type="button" class={step === 'revoke' ? 'danger' : 'main'} disabled={busy} onClick={confirm}>
          {words.yes}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </dialog>
  );
}
