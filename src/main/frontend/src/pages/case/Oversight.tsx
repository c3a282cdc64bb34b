import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { momentInWords } from '../shared/times';
import { spoken, words } from '../shared/words';
import type { Reading, Restriction } from './read';

/** For supervisors: who may know of the case, and who read it. */
export function Oversight({ caseNumber, zone }: { readonly caseNumber: string; readonly zone: string }) {
  return (
    <section id="oversight" class="noPrint" aria-labelledby="oversight-title" tabIndex={-1}>
      <h2 id="oversight-title">Who reads this case</h2>
      <RestrictionPanel caseNumber={caseNumber} />
      <AccessLog caseNumber={caseNumber} zone={zone} />
    </section>
  );
}

function AccessLog({ caseNumber, zone }: { readonly caseNumber: string; readonly zone: string }) {
  const [lines, setLines] = useState<readonly Reading[]>();
  const [problem, setProblem] = useState<Refusal>();
  const read = (): void => {
    setProblem(undefined);
    ask<readonly Reading[]>(`/api/cases/${encodeURIComponent(caseNumber)}/access-log`).then(setLines, (error: unknown) =>
      setProblem(asRefusal(error)),
    );
  };
  return (
    <details onToggle={(event) => event.currentTarget.open && lines === undefined && read()}>
      <summary>Access log</summary>
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {lines?.length === 0 && <p class="soft">Nobody has read it yet.</p>}
      {lines !== undefined && lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Why</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr>
                <td class="date">{momentInWords(line.at, zone)}</td>
                <td>{line.by}</td>
                <td class={line.relation === 'BREAK_GLASS' ? 'late' : ''}>{words('reader', line.relation)}</td>
                <td>{line.kinds.map((kind) => words('information', kind)).join(', ')}</td>
                <td>{spoken(line.place.toLowerCase())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

/**
 * The list of a restricted case; a case number and user ids are all that stands here. A quiet one says nothing to somebody
 * who does not keep the list.
 */
export function RestrictionPanel({ caseNumber, quiet = false }: { readonly caseNumber: string; readonly quiet?: boolean }) {
  const address = `/api/cases/${encodeURIComponent(caseNumber)}/restriction`;
  const [now, setNow] = useState<Restriction>();
  const [readers, setReaders] = useState('');
  const [problem, setProblem] = useState<Refusal>();
  const [said, setSaid] = useState('');

  const show = (found: Restriction): void => {
    setNow(found);
    setReaders(found.readers.join('\n'));
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(undefined);
    setSaid('');
    try {
      await work();
    } catch (error) {
      setProblem(asRefusal(error));
    }
  };
  useEffect(() => void attempt(async () => show(await ask<Restriction>(address))), []);

  const save = (): Promise<void> =>
    attempt(async () => {
      const list = readers.split(/\s+/).filter((reader) => reader !== '');
      show(await send<Restriction>('PUT', address, { readers: list }));
      setSaid('Saved. For everybody else this case no longer exists.');
    });
  const lift = (): Promise<void> =>
    attempt(async () => {
      await send('DELETE', address, {});
      show(await ask<Restriction>(address));
      setSaid('The restriction is lifted.');
    });

  if (now === undefined) return problem !== undefined && !quiet ? <Problem refusal={problem} /> : null;
  return (
    <details open={now.restricted}>
      <summary>
        {now.restricted ? 'Restricted to people on a list' : 'Restrict this case to people on a list'}
      </summary>
      <p class="soft">
        For a relative of staff, or a woman whom the papers write about. Everybody who is not on the list finds nothing,
        you included unless you are on it.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="question">
          <label for="readers">User ids, one a line</label>
          <textarea
            id="readers"
            rows={4}
            required
            spellcheck={false}
            value={readers}
            onInput={(event) => setReaders(event.currentTarget.value)}
          />
        </div>
        {now.restricted && now.rolesWithoutReader.length > 0 && (
          <p class="late">
            Nobody on the list could do the tasks of: {now.rolesWithoutReader.map((role) => spoken(role)).join(', ')}.
          </p>
        )}
        {problem !== undefined && <Problem refusal={problem} />}
        <p class="said" role="status">
          {said}
        </p>
        <p class="buttons">
          <button type="submit" class="main">
            {now.restricted ? 'Change the list' : 'Restrict'}
          </button>
          {now.restricted && (
            <button type="button" onClick={() => void lift()}>
              Lift the restriction
            </button>
          )}
        </p>
      </form>
    </details>
  );
}
