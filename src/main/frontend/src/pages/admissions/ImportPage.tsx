import { useEffect, useState } from 'preact/hooks';
import { reports } from '../../session/person';
import { Loading, Problem } from '../shared/Frame';
import { Refusal, asRefusal, whoIsHere } from '../shared/server';
import { type Row, type Totals, importFile, isRow } from './importing';
import './import.css';

const COLUMNS = ['prisonNumber', 'womanName', 'dateOfBirth', 'site', 'admissionDate', 'legalStatus'];
const MORE_COLUMNS = ['releaseDate', 'homeDistrict', 'language'];

const NOT_HERS = new Refusal(403, 'Admissions are reported by the reception officers of a site.');
const BROKEN = new Refusal(0, 'The connection broke. Send the same file again: nobody is registered twice.');

interface Progress {
  readonly done: number;
  readonly toDo: number | undefined;
  readonly totals: Totals | undefined;
  readonly rows: readonly Row[];
}

const NOTHING_YET: Progress = { done: 0, toDo: undefined, totals: undefined, rows: [] };

/** Reception officers register many admissions at once from a file. */
export function ImportPage() {
  const [hers, setHers] = useState<boolean>();
  useEffect(() => {
    whoIsHere().then((session) => setHers(reports(session)), () => setHers(true));
  }, []);
  return (
    <>
      <h1>Import admissions</h1>
      {hers === undefined && <Loading what="Opening" />}
      {hers === false && <Problem refusal={NOT_HERS} />}
      {hers === true && <Import />}
    </>
  );
}

function Import() {
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<Refusal>();

  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (file === undefined) return;
    setBusy(true);
    setProblem(undefined);
    let now = NOTHING_YET;
    setProgress(now);
    try {
      for await (const line of importFile(file)) {
        if (isRow(line)) {
          now = { ...now, done: now.done + 1, rows: line.status === 'created' ? now.rows : [...now.rows, line] };
        } else if ('toDo' in line) {
          now = { ...now, toDo: line.toDo };
        } else {
          now = { ...now, totals: line.totals };
        }
        setProgress(now);
      }
      if (now.totals === undefined) setProblem(BROKEN);
    } catch (error) {
      if (now.toDo === undefined) setProgress(undefined);
      setProblem(now.toDo === undefined ? asRefusal(error) : BROKEN);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <form class="upload" onSubmit={(event) => void send(event)}>
        <p>
          Choose a CSV file (UTF-8) with one woman a line. The first line names the columns: <Names of={COLUMNS} /> and, if you
          have them, <Names of={MORE_COLUMNS} />. Dates are written 2026-02-28.
        </p>
        <p>
          A line that cannot be taken is listed below with the reason; all others are registered. You can send the same file
          again: nobody is registered twice.
        </p>
        <label for="file">CSV file</label>
        <input
          id="file"
          type="file"
          accept=".csv,text/csv"
          required
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            setProgress(undefined);
            setProblem(undefined);
          }}
        />
        <button type="submit" class="main" disabled={busy}>
          {busy ? 'Importing …' : 'Import'}
        </button>
      </form>
      {problem !== undefined && <Problem refusal={problem} />}
      {progress !== undefined && <Result progress={progress} />}
    </>
  );
}

function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <>
      {of.map((name, index) => (
        <>
          {index > 0 && ', '}
          <code>{name}</code>
        </>
      ))}
    </>
  );
}

function Result({ progress: { done, toDo, totals, rows } }: { readonly progress: Progress }) {
  return (
    <section class="result" aria-label="What became of the file">
      {totals === undefined && <progress aria-label="Lines done" max={Math.max(toDo ?? 1, 1)} value={done} />}
      <p role="status">
        {totals === undefined
          ? toDo === undefined
            ? 'Sending the file …'
            : `${done - (done % 25)} of ${toDo} lines`
          : inWords(totals)}
      </p>
      {rows.length > 0 && (
        <>
          <h2>Lines that need you</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">What became of it</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <td>{row.line}</td>
                  <td>{row.status === 'alreadyOpen' ? 'She has an open case' : 'Not registered'}</td>
                  <td>
                    <Why row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Why({ row }: { readonly row: Row }) {
  if (row.errors.length === 0 && row.caseNumber) return <a href={`/cases/${row.caseNumber}`}>{row.caseNumber}</a>;
  return (
    <>
      {row.errors.map((error) => (
        <div>
          <code>{error.field}</code> {error.reason}
        </div>
      ))}
    </>
  );
}

function inWords({ rows, created, alreadyOpen, refused }: Totals): string {
  return (
    `Done. ${rows} ${rows === 1 ? 'line' : 'lines'}: ${created} registered, ` +
    `${alreadyOpen} had an open case, ${refused} not registered.`
  );
}
