import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask, send } from '../shared/server';
import { DifferenceView } from './DifferenceView';
import { type Decision, type Packaged, type Version, of } from './api';
import { moment } from './moments';
import { labelIn } from './values';

interface Props {
  readonly found: Decision;
  /** Whether the reader has a draft on the server. */
  readonly hasDraft: boolean;
  /** Proposes an earlier version or the packaged table. */
  readonly propose: (text: string) => void;
}

/** Every version with who made it, who approved it and why; any two compared; the way back. */
export function HistoryPanel({ found, hasDraft, propose }: Props) {
  const { id, versions, version, mayEdit } = found;
  const texts = textsOf(found, hasDraft);
  const before = versions.filter((one) => one.version < version).at(0)?.version;
  const [from, setFrom] = useState(String(hasDraft ? version : (before ?? version)));
  const [to, setTo] = useState(hasDraft ? 'draft' : String(version));
  const [comparing, setComparing] = useState<{ readonly from: string; readonly to: string }>();
  const nameOf = (text: string): string => texts.find(([ref]) => ref === text)?.[1] ?? text;

  return (
    <>
      {found.packagedWaits && <PackagedTable found={found} propose={propose} />}
      <section class="panel" aria-labelledby="versions-title">
        <h2 id="versions-title">Versions</h2>
        <div class="scrolls" tabIndex={0} role="region" aria-label="All versions">
          <table>
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">Since</th>
                <th scope="col">Made by</th>
                <th scope="col">Approved by</th>
                <th scope="col">Why</th>
                <th scope="col">
                  <span class="hidden">Do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((one) => (
                <tr>
                  <th scope="row">
                    {one.version} <Standing one={one} live={version} />
                  </th>
                  <td>{moment(one.at)}</td>
                  <td>{one.authorName ?? one.author ?? <span class="soft">Released with the application</span>}</td>
                  <td>{one.approverName ?? one.approver ?? <span class="soft">–</span>}</td>
                  <td>
                    {one.reason}{' '}
                    {one.proposal !== null && one.proposal !== undefined && (
                      <a href={`/decisions/proposals/${one.proposal}`}>
                        How it came<span class="hidden"> to version {one.version}</span>
                      </a>
                    )}
                  </td>
                  <td class="do">
                    <a class="button" href={of(id, `/text?ref=${one.version}&download=true`)} download={`${id}-${one.version}.dmn`}>
                      Export<span class="hidden"> version {one.version}</span>
                    </a>{' '}
                    {mayEdit && one.version !== version && (
                      <button type="button" onClick={() => propose(String(one.version))}>
                        Go back to this version<span class="hidden">: {one.version}</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="panel" aria-labelledby="compare-title">
        <h2 id="compare-title">Compare</h2>
        <form
          class="comparing"
          onSubmit={(event) => {
            event.preventDefault();
            setComparing({ from, to });
          }}
        >
          <Choice label="From" value={from} texts={texts} choose={setFrom} />
          <Choice label="To" value={to} texts={texts} choose={setTo} />
          <button type="submit">Compare</button>
        </form>
        {comparing !== undefined && (
          <DifferenceView
            id={id}
            from={comparing.from}
            to={comparing.to}
            fromName={nameOf(comparing.from)}
            toName={nameOf(comparing.to)}
            columns={found}
          />
        )}
      </section>
    </>
  );
}

/** Every text of a table that can be named: my draft, others' drafts, versions, the packaged one. */
function textsOf(found: Decision, hasDraft: boolean): readonly (readonly [string, string])[] {
  return [
    ...(hasDraft ? [['draft', 'Your draft'] as const] : []),
    ...found.drafts.map(({ author, authorName }) => [`draft:${author}`, `Draft of ${authorName}`] as const),
    ...found.versions.map(
      ({ version }) => [String(version), `Version ${version}${version === found.version ? ' (running)' : ''}`] as const,
    ),
    ['packaged', 'The table of the release'],
  ];
}

function Standing({ one, live }: { readonly one: Version; readonly live: number }) {
  return (
    <>
      {one.version === live && <span class="mark good">Running</span>}{' '}
      {one.notRunning === true && <span class="mark">Never ran</span>}{' '}
      {one.emergency === true && <span class="mark warning">Emergency</span>}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly texts: readonly (readonly [string, string])[];
  readonly choose: (text: string) => void;
}

function Choice({ label, value, texts, choose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {texts.map(([text, name]) => (
          <option value={text}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function PackagedTable({ found, propose }: Omit<Props, 'hasDraft'>) {
  const [packaged, setPackaged] = useState<Packaged>();
  const [problem, setProblem] = useState<Refusal>();
  const read = (): void => {
    setProblem(undefined);
    ask<Packaged>(of(found.id, '/packaged')).then(setPackaged, (error: unknown) => setProblem(asRefusal(error)));
  };
  useEffect(read, [found.id]);
  const conflicts = packaged?.cells.filter(({ conflict }) => conflict).length ?? 0;
  return (
    <section class="panel" aria-labelledby="packaged-title">
      <h2 id="packaged-title">A new release brings another version of this table</h2>
      <p>
        It waits, because the table was changed here. The running version stays until somebody proposes another and a second
        person approves it.
      </p>
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {packaged === undefined && problem === undefined && <Loading what="Comparing" />}
      {packaged !== undefined && (
        <>
          <p>
            {packaged.cells.length} {packaged.cells.length === 1 ? 'cell differs' : 'cells differ'}
            {conflicts > 0 && `, ${conflicts} of them changed on both sides`}.
          </p>
          <div class="scrolls" tabIndex={0} role="region" aria-label="Three versions compared">
            <table>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Column</th>
                  <th scope="col">Where both came from</th>
                  <th scope="col">Running here</th>
                  <th scope="col">New release</th>
                  <th scope="col">
                    <span class="hidden">State</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {packaged.cells.map((cell) => (
                  <tr>
                    <th scope="row">{cell.row ?? 'New'}</th>
                    <td>{labelIn(found, cell.column)}</td>
                    <td>{cell.base}</td>
                    <td>{cell.current === cell.base ? cell.current : <ins>{cell.current}</ins>}</td>
                    <td>{cell.packaged === cell.base ? cell.packaged : <ins>{cell.packaged}</ins>}</td>
                    <td>{cell.conflict && <span class="mark warning">Changed on both sides</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.mayEdit && (
            <p class="buttons">
              <button type="button" onClick={() => propose('packaged')}>
                Propose the release’s table
              </button>
              <a class="button" href={of(found.id, '/text?ref=packaged&download=true')} download={`${found.id}-packaged.dmn`}>
                Export it
              </a>
            </p>
          )}
          {found.mayEdit && <PutAside id={found.id} />}
        </>
      )}
    </section>
  );
}

/** The release's table is not taken over; the reason is kept in the journal. */
function PutAside({ id }: { readonly id: string }) {
  const [problem, setProblem] = useState<Refusal>();
  const put = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason') ?? '').trim();
    send('POST', of(id, '/packaged/put-aside'), { reason }).then(
      () => location.reload(),
      (error: unknown) => setProblem(asRefusal(error)),
    );
  };
  return (
    <form class="buttons" onSubmit={put}>
      <label>
        Or leave it out, because <input name="reason" required maxLength={2000} />
      </label>
      <button type="submit">Put it aside</button>
      {problem !== undefined && <Problem refusal={problem} />}
    </form>
  );
}
