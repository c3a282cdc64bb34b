import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import './notifications.css';

type How = 'off' | 'atOnce' | 'digest';

interface Choice {
  readonly news: string;
  readonly words: string;
  readonly how: How;
}

interface Notifications {
  readonly address?: string;
  readonly digestAt: string;
  readonly choices: readonly Choice[];
}

const WAYS: readonly (readonly [How, string])[] = [
  ['digest', 'In the daily summary'],
  ['atOnce', 'At once'],
  ['off', 'Not at all'],
];

/** How the signed-in person wants to be told of what happens in her work. */
export function NotificationsPage() {
  const [notifications, setNotifications] = useState<Notifications>();
  const [problem, setProblem] = useState<Refusal>();
  const [said, setSaid] = useState('');

  const failed = (error: unknown): void => setProblem(asRefusal(error));
  const read = (): void => {
    setProblem(undefined);
    ask<Notifications>('/api/notifications').then(setNotifications, failed);
  };
  useEffect(read, []);

  const choose = (news: string, how: How): void => {
    setSaid('');
    setNotifications(
      (now) => now && { ...now, choices: now.choices.map((choice) => (choice.news === news ? { ...choice, how } : choice)) },
    );
  };
  const save = (event: Event): void => {
    event.preventDefault();
    setProblem(undefined);
    const choices = Object.fromEntries((notifications?.choices ?? []).map(({ news, how }) => [news, how]));
    send<Notifications>('PUT', '/api/notifications', { choices }).then((saved) => {
      setNotifications(saved);
      setSaid('Saved.');
    }, failed);
  };

  return (
    <>
      <h1>Notifications</h1>
      {problem !== undefined && <Problem refusal={problem} {...(notifications === undefined ? { again: read } : {})} />}
      {notifications === undefined && problem === undefined && <Loading what="Reading your choices" />}
      {notifications !== undefined && (
        <form class="notifications" onSubmit={save}>
          <Where address={notifications.address} />
          <p>
            The daily summary comes at {notifications.digestAt}, only when there is something to tell. No message names
            anybody: it says a reference and a link, and you sign in to read more.
          </p>
          {notifications.choices.map((choice) => (
            <fieldset>
              <legend>{choice.words}</legend>
              {WAYS.map(([how, name]) => (
                <label>
                  <input
                    type="radio"
                    name={choice.news}
                    checked={choice.how === how}
                    onChange={() => choose(choice.news, how)}
                  />
                  {name}
                </label>
              ))}
            </fieldset>
          ))}
          <p class="soft">Supervisors and managers are always told at once of what cannot wait.</p>
          <button type="submit" class="main">
            Save
          </button>
          <span class="said" role="status">
            {said}
          </span>
        </form>
      )}
    </>
  );
}

function Where({ address }: { readonly address: string | undefined }) {
  return address === undefined ? (
    <p class="warning">No address is kept for you, so you get no messages. Ask an administrator to enter it.</p>
  ) : (
    <p>
      Messages go to <strong>{address}</strong>. An administrator can change it.
    </p>
  );
}
