import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, askText } from '../shared/server';
import { of } from './api';
import { type CellDifference, differences, plain } from './compare';
import { moment } from './moments';

interface Props {
  readonly id: string;
  readonly xml: string;
  readonly savedAt: string;
  readonly keepThis: () => void;
  readonly takeOther: () => void;
}

/** The same draft was saved in another window: both are compared and one is chosen; none is overwritten silently. */
export function ElsewhereDialog({ id, xml, savedAt, keepThis, takeOther }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [cells, setCells] = useState<readonly CellDifference[]>();
  const [problem, setProblem] = useState<Refusal>();
  useEffect(() => {
    dialog.current?.showModal();
    askText(of(id, '/text?ref=draft')).then(
      (other) => setCells(differences(plain(other), plain(xml))),
      (error: unknown) => setProblem(asRefusal(error)),
    );
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="elsewhere-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="elsewhere-title">Your draft was also saved in another window</h2>
      <p>
        It was saved there {savedAt === '' ? '' : `at ${moment(savedAt)}`}. What is on this screen is not saved. Choose which one
        stays.
      </p>
      {problem !== undefined && <Problem refusal={problem} />}
      {cells === undefined && problem === undefined && <Loading what="Comparing" />}
      {cells?.length === 0 && <p>No cell differs.</p>}
      {cells !== undefined && cells.length > 0 && (
        <div class="scrolls" tabIndex={0} role="region" aria-label="Cells that differ">
          <table>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Column</th>
                <th scope="col">Saved elsewhere</th>
                <th scope="col">On this screen</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ row, column, one, other }) => (
                <tr>
                  <th scope="row">{row}</th>
                  <td>{column}</td>
                  <td>{one}</td>
                  <td>{other}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="buttons">
        <button type="button" class="main" onClick={keepThis}>
          Keep what is on this screen
        </button>
        <button type="button" onClick={takeOther}>
          Take what was saved elsewhere
        </button>
      </p>
    </dialog>
  );
}
