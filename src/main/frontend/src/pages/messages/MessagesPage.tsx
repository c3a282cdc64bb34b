import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { momentInWords } from '../shared/times';
import { LetterView } from './LetterView';
import { type Letter, type Message, type Messages, type Preview, STATES, type State, hasFailed, markOf } from './message';
import './messages.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What became of messages, for administrators: how each kind looks, what waits and what failed. */
export function MessagesPage() {
  const [state, setState] = useState<State | ''>('');
  const [list, setList] = useState<Messages>();
  const [previews, setPreviews] = useState<readonly Preview[]>([]);
  const [letter, setLetter] = useState<{ readonly id: number; readonly letter: Letter }>();
  const [problem, setProblem] = useState<Refusal>();
  const [said, setSaid] = useState('');

  const failed = (error: unknown): void => setProblem(asRefusal(error));
  const read = (): void => {
    setProblem(undefined);
    ask<Messages>(`/api/messages${state === '' ? '' : `?state=${state}`}`).then(setList, failed);
  };
  useEffect(read, [state]);
  useEffect(() => {
    ask<readonly Preview[]>('/api/messages/templates').then(setPreviews, () => undefined);
  }, []);

  const again = (message: Message): void => {
    send('POST', `/api/messages/${message.id}/try-again`, {}).then(() => {
      setSaid(`The message to ${message.recipient} goes again.`);
      read();
    }, failed);
  };
  const show = (message: Message): void => {
    ask<Letter>(`/api/messages/${message.id}/letter`).then((found) => setLetter({ id: message.id, letter: found }), failed);
  };

  return (
    <>
      <h1>Messages</h1>
      {list !== undefined && !list.mailServer && (
        <p>
          No mail server is set, so messages lie in a folder of this server. Name one in <code>spring.mail.host</code>.
        </p>
      )}
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {list === undefined && problem === undefined && <Loading what="Reading the messages" />}
      <p class="said" role="status">
        {said}
      </p>
      {list !== undefined && (
        <section class="panel" aria-labelledby="written">
          <h2 id="written">Written</h2>
          <label>
            Show{' '}
            <select value={state} onChange={(event) => setState(event.currentTarget.value as State | '')}>
              <option value="">all, newest first</option>
              {[...STATES].map(([code, name]) => (
                <option value={code}>
                  {name} ({list.counts[code] ?? 0})
                </option>
              ))}
            </select>
          </label>
          {list.messages.length === 0 ? (
            <p class="empty">There are none.</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">To</th>
                  <th scope="col">About</th>
                  <th scope="col">Written</th>
                  <th scope="col">State</th>
                  <th scope="col">
                    <span class="hidden">Do</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.messages.map((message) => (
                  <Row message={message} show={show} again={again} />
                ))}
              </tbody>
            </table>
          )}
          {letter !== undefined && (
            <LetterView key={letter.id} title={`Message ${letter.id}`} letter={letter.letter} close={() => setLetter(undefined)} />
          )}
        </section>
      )}
      {previews.length > 0 && (
        <section class="panel" aria-labelledby="kinds">
          <h2 id="kinds">How each kind looks</h2>
          {previews.map((preview) => (
            <LetterView key={preview.template} title={preview.template} letter={preview.letter} />
          ))}
        </section>
      )}
    </>
  );
}

function Row({
  message,
  show,
  again,
}: {
  readonly message: Message;
  readonly show: (message: Message) => void;
  readonly again: (message: Message) => void;
}) {
  const [first, ...others] = message.references;
  const which = `message ${message.id} to ${message.recipient}`;
  return (
    <tr>
      <th scope="row">{message.recipient}</th>
      <td>
        {first}
        {others.length > 0 && <span class="soft"> and {others.length} more</span>}
      </td>
      <td>{momentInWords(message.writtenAt, HERE)}</td>
      <td>
        <span class={markOf(message.state)}>{STATES.get(message.state)}</span>
        <Detail message={message} />
      </td>
      <td class="do">
        <button type="button" onClick={() => show(message)}>
          Show<span class="hidden"> {which}</span>
        </button>{' '}
        {hasFailed(message.state) && (
          <button type="button" onClick={() => again(message)}>
            Try again<span class="hidden">: {which}</span>
          </button>
        )}
        {message.state === 'filed' && (
          <a class="button" href={`/api/messages/${message.id}/file`} download>
            File<span class="hidden"> of {which}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function Detail({ message }: { readonly message: Message }) {
  const parts = [
    message.state === 'waiting' && message.tries > 0 ? `tried ${message.tries} times` : '',
    message.state === 'waiting' && message.nextTryAt !== undefined && message.tries > 0
      ? `next ${momentInWords(message.nextTryAt, HERE)}`
      : '',
    message.state !== 'sent' && message.state !== 'filed' ? (message.lastAnswer ?? '') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <span class="soft"> {parts.join(', ')}</span>;
}
