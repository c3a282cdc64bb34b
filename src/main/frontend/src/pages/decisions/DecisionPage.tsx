import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask } from '../shared/server';
import { CellPanel } from './CellPanel';
import { ChecksPanel } from './ChecksPanel';
import { DraftBar } from './DraftBar';
import { ElsewhereDialog } from './ElsewhereDialog';
import { GoldenPanel } from './GoldenPanel';
import { DecisionHead, OthersWork } from './DecisionHead';
import { HistoryPanel } from './HistoryPanel';
import { ImpactPanel } from './ImpactPanel';
import { CaseNumbers } from './ImpactView';
import { ProposeDialog } from './ProposeDialog';
import { Tabs, useTab } from './Tabs';
import { TryPanel } from './TryPanel';
import { type Checks, type Decision, type Finding, of } from './api';
import { summary } from './findings';
import { TableView, bringIntoSight } from './table/TableView';
import type { CellChosen, OpenTable } from './table/dmn';
import { type Marks, timesInWords } from './table/marks';
import { useChecks } from './useChecks';
import { useDraft } from './useDraft';
import './decisions.css';

const TABS = [
  { id: 'table', title: 'Table' },
  { id: 'checks', title: 'Checks' },
  { id: 'try', title: 'Try' },
  { id: 'golden', title: 'Golden cases' },
  { id: 'impact', title: 'Impact' },
  { id: 'history', title: 'History' },
] as const;

const LOOK_EVERY = 30_000;

/** One table: read, changed as a draft, checked, tried, and proposed to a second person. */
export function DecisionPage({ id }: { readonly id: string }) {
  const [found, setFound] = useState<Decision>();
  const [problem, setProblem] = useState<Refusal>();
  const read = useCallback((): void => {
    setProblem(undefined);
    ask<Decision>(of(id)).then(
      (answer) => {
        setFound(answer);
        document.title = `${answer.name} · Throughcare`;
      },
      (error: unknown) => setProblem(asRefusal(error)),
    );
  }, [id]);
  useEffect(read, [read]);
  if (found !== undefined) return <Workbench key={found.id} first={found} />;
  return problem === undefined ? <Loading what="Reading the table" /> : <Problem refusal={problem} again={read} />;
}

type Shown = 'draft' | 'running';

function Workbench({ first }: { readonly first: Decision }) {
  const [found, now] = useNews(first);
  const draft = useDraft(first);
  const [shown, setShown] = useState<Shown>(first.draft === undefined ? 'running' : 'draft');
  const [table, setTable] = useState<OpenTable>();
  const [cell, setCell] = useState<CellChosen>();
  const [finding, setFinding] = useState<Finding>();
  const [fired, setFired] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState('');
  const [proposing, setProposing] = useState<string>();
  const tab = useTab(TABS);
  const showsDraft = shown === 'draft' && draft.xml !== undefined;
  const xml = showsDraft && draft.xml !== undefined ? draft.xml : found.xml;
  const checking = useChecks(found.id, xml);
  const drawing = `${shown}${draft.drawing}`;
  const beside = tab === 'table' || tab === 'checks' || tab === 'try';

  useEffect(() => setFinding(undefined), [checking.checks]);
  useEffect(() => {
    const target = finding?.cellId ?? finding?.ruleIds[0];
    if (target) bringIntoSight(target);
  }, [finding]);
  useEffect(() => {
    const [rule] = fired;
    if (rule !== undefined) bringIntoSight(rule);
  }, [fired]);

  const show = (what: Shown): void => {
    setTable(undefined);
    setCell(undefined);
    setFired([]);
    setRefused('');
    setShown(what);
  };
  const propose = async (): Promise<void> => {
    await draft.save();
    setProposing('draft');
  };
  const marks = useMemo(
    (): Marks => ({ ...marksOf(found, tab, finding, fired), chosen: tab === 'table' ? cell?.cellId : undefined }),
    [found, tab, finding, fired, cell],
  );

  return (
    <div class="workbench">
      <DecisionHead found={found} />
      <OthersWork found={found} now={now} draft={draft} />
      <Tabs
        tabs={TABS.map((one) =>
          one.id === 'checks' && checking.checks !== undefined ? { ...one, note: noteOf(checking.checks) } : one,
        )}
        current={tab}
        label="Parts of the table"
      />
      <DraftBar
        found={found}
        draft={draft}
        showsDraft={showsDraft}
        table={table}
        withTable={beside}
        show={show}
        refuse={setRefused}
        propose={() => void propose()}
      />
      {refused !== '' && (
        <div class="problem" role="alert">
          <p>{refused}</p>
        </div>
      )}
      <div class={beside ? 'beside' : 'beside away'}>
        <div class="left">
          <TableView
            key={drawing}
            id={found.id}
            name={found.name}
            xml={xml}
            editable={showsDraft && found.mayEdit}
            marks={marks}
            opened={setTable}
            changed={draft.changed}
            chosen={setCell}
          />
          {tab === 'table' && <UseOfRules found={found} />}
        </div>
        {tab === 'table' && showsDraft && (
          <div class="right">
            <CellPanel
              cell={cell === undefined ? undefined : { ...cell, text: textOf(draft.xml, cell) }}
              inputs={found.inputs}
              outputs={found.outputs}
              write={(cellId, text) => table?.write(cellId, text)}
            />
            <p class="aside" role="status">
              <a href="#checks">Checks</a>: {checking.busy || checking.checks === undefined ? 'checking …' : summary(checking.checks)}
            </p>
          </div>
        )}
        {tab === 'checks' && (
          <div class="right">
            <ChecksPanel checking={checking} columns={found} chosen={finding} choose={setFinding} />
          </div>
        )}
        {tab === 'try' && (
          <div class="right">
            <TryPanel found={found} xml={xml} fired={setFired} />
          </div>
        )}
      </div>
      {tab === 'golden' && <GoldenPanel found={found} checks={checking.checks} saved={checking.again} />}
      {tab === 'impact' && <ImpactPanel found={found} xml={xml} isLive={!showsDraft} />}
      {tab === 'history' && <HistoryPanel found={found} hasDraft={draft.standing.state !== 'unchanged'} propose={setProposing} />}
      {draft.standing.state === 'elsewhere' && draft.xml !== undefined && (
        <ElsewhereDialog
          id={found.id}
          xml={draft.xml}
          savedAt={draft.standing.at}
          keepThis={() => void draft.keepThis()}
          takeOther={() => void draft.takeOther()}
        />
      )}
      {proposing !== undefined && (
        <ProposeDialog
          id={found.id}
          columns={found}
          {...wordsFor(proposing, draft.standing.state)}
          text={proposing}
          checks={proposing === 'draft' ? checking.checks : undefined}
          close={() => setProposing(undefined)}
        />
      )}
    </div>
  );
}

/** The table as it was read, with what others did since: their drafts, proposals and versions. */
function useNews(first: Decision): readonly [Decision, Decision] {
  const [latest, setLatest] = useState(first);
  const reading = useRef(false);
  useEffect(() => {
    const look = (): void => {
      if (reading.current || document.visibilityState === 'hidden') return;
      reading.current = true;
      ask<Decision>(of(first.id))
        .then(setLatest, () => undefined)
        .finally(() => (reading.current = false));
    };
    const timer = setInterval(look, LOOK_EVERY);
    addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('visibilitychange', look);
    };
  }, [first.id]);
  const known = useMemo(
    () => ({ ...latest, version: first.version, xml: first.xml }),
    [first, latest],
  );
  return [known, latest];
}

function marksOf(found: Decision, tab: string, finding: Finding | undefined, fired: readonly string[]): Marks {
  const counts = new Map(tab === 'table' && found.decided > 0 ? found.rules.map(({ id, fired: times }) => [id, times]) : []);
  if (tab === 'try') return { rules: fired, cells: [], look: 'fired', counts };
  if (tab !== 'checks' || finding === undefined) return { rules: [], cells: [], look: 'finding', counts };
  return { rules: finding.ruleIds, cells: finding.cellId ? [finding.cellId] : [], look: 'finding', counts };
}

/** The gravest that the checks say. */
function noteOf(checks: Checks): string {
  return summary(checks).split(',')[0]?.toLowerCase() ?? '';
}

function textOf(xml: string | undefined, cell: CellChosen): string {
  if (xml === undefined) return cell.text;
  const entry = new DOMParser().parseFromString(xml, 'text/xml').querySelector(`[id="${CSS.escape(cell.cellId)}"]`);
  return entry?.textContent?.trim() ?? cell.text;
}

function wordsFor(text: string, standing: string): { readonly title: string; readonly explanation: string } {
  if (text === 'draft') {
    return {
      title: 'Propose your draft',
      explanation:
        standing === 'failed' || standing === 'elsewhere'
          ? 'What is on the screen is not saved yet: what was saved last is proposed.'
          : 'A second person gets a task with the differences, the checks and whom it would touch. It runs when she approves it.',
    };
  }
  if (text === 'packaged') {
    return {
      title: 'Propose the table of the new release',
      explanation: 'It takes the place of the running version when a second person approves it.',
    };
  }
  return {
    title: `Go back to version ${text}`,
    explanation: 'It takes the place of the running version, as a new version, when a second person approves it.',
  };
}

function UseOfRules({ found }: { readonly found: Decision }) {
  return (
    <details class="panel">
      <summary>
        How the table did in the last 12 months: asked {found.decided.toLocaleString('en-GB')} times
        {found.decided > 0 && (found.fellThrough === 0 ? ', a rule always fired' : `, no rule fired ${timesInWords(found.fellThrough)}`)}
      </summary>
      {found.fellThroughCases.length > 0 && (
        <p>
          No rule fired for: <CaseNumbers cases={found.fellThroughCases} />
        </p>
      )}
      <div class="scrolls" tabIndex={0} role="region" aria-label="How often each rule fired">
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Fired</th>
              <th scope="col">Rule</th>
            </tr>
          </thead>
          <tbody>
            {found.rules.map(({ row, annotation, fired }) => (
              <tr>
                <th scope="row">{row}</th>
                <td>{timesInWords(fired)}</td>
                <td>{annotation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
