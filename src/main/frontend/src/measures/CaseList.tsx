import { dayInWords, daysBetween, fromToday } from '../tasklist/when';
import { Choice } from './Filters';
import { Read } from './Measures';
import { Scrolled } from './MeasureTable';
import { pivot } from './figures';
import { type CaseLine, type CasesFound, type Catalogue, type Code, type Measure, READY } from './model';
import { type Reading, useReading } from './read';
import { type Where, asking, filtersOf, hashOf, question } from './where';

interface Props {
  readonly where: Where;
  readonly catalogue: Catalogue;
  readonly go: (change: Readonly<Record<string, string>>) => void;
}

const SIZE = 50;

/** The cases behind a number: who looks after each, and what is ready. */
export function CaseList({ where, catalogue, go }: Props) {
  const { measure: id = '', page = '0', ...chosen } = where.asked;
  const measure = useReading<Measure>(`/api/measures/${encodeURIComponent(id)}${question(withoutRows(where.asked))}`);
  const found = useReading<CasesFound>(
    `/api/measures/${encodeURIComponent(id)}/cases${question({ ...chosen, page, size: String(SIZE) })}`,
  );
  return (
    <>
      <Read reading={measure} what="Opening the list">
        {(answer) => <Head measure={answer} where={where} catalogue={catalogue} go={go} />}
      </Read>
      <Read reading={found} what="Looking for the cases">
        {(answer) => (
          <>
            <div class="listHead">
              <h2>{answer.total === 1 ? '1 case' : `${answer.total} cases`}</h2>
              <a class="button noPrint" href={`/api/measures/${encodeURIComponent(id)}/cases.csv${question(chosen)}`} download={`${id}-cases.csv`}>
                Download as CSV
              </a>
            </div>
            {answer.total === 0 ? <p class="empty">No case is behind this number now.</p> : <Lines cases={answer.cases} today={dayOf(measure)} />}
            <Pages found={answer} where={where} />
          </>
        )}
      </Read>
    </>
  );
}

/** The filters without the measure's own dimensions: its rows are what there is to choose from. */
function withoutRows(asked: Where['asked']): Record<string, string> {
  const { track: _track, ...rest } = filtersOf(asked);
  return rest;
}

function Head({ measure, where, catalogue, go }: Props & { readonly measure: Measure }) {
  const { asked } = where;
  const { sites } = catalogue;
  return (
    <>
      <p class="about">
        <strong>{measure.title}</strong>: {measure.words}
      </p>
      <form class="filters" aria-label="Which cases" onSubmit={(event) => event.preventDefault()}>
        {measure.values.length > 1 && (
          <Choice
            name="Show"
            codes={measure.values.filter(({ unit }) => unit !== 'share' && unit !== 'days').map(({ key, title }) => ({ code: key, label: title }))}
            chosen={asked['value']}
            choose={(value) => go({ value })}
          />
        )}
        {measure.dimensions
          .filter(({ key }) => key !== 'site')
          .map(({ key, title }) => (
            <Choice name={title} all="All" codes={codesOf(measure, key)} chosen={asked[key]} choose={(code) => go({ [key]: code })} />
          ))}
        {sites.length > 1 && (
          <Choice
            name="Site"
            all="All sites"
            codes={sites.map(({ id, name }) => ({ code: id, label: name }))}
            chosen={asked['site']}
            choose={(site) => go({ site })}
          />
        )}
      </form>
    </>
  );
}

function codesOf({ rows }: Measure, key: string): readonly Code[] {
  return pivot(rows, key, key).down;
}

/** The day of the numbers, `yyyy-MM-dd`. */
function dayOf(measure: Reading<Measure>): string {
  return new Intl.DateTimeFormat('sv-SE').format(measure.state === 'read' ? new Date(measure.answer.asOf) : new Date());
}

function Lines({ cases, today }: { readonly cases: readonly CaseLine[]; readonly today: string }) {
  return (
    <Scrolled title="Cases">
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Release date</th>
          <th scope="col">Case manager</th>
          <th scope="col">Site</th>
          <th scope="col">Phase</th>
          <th scope="col">Track</th>
          <th scope="col" class="number">
            Overdue tasks
          </th>
          <th scope="col" class="number">
            Urgent flags
          </th>
          <th scope="col">Ready for her release</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((line) => (
          <tr>
            <th scope="row" class="nowrap">
              <a href={`/cases/${encodeURIComponent(line.caseNumber)}`}>{line.caseNumber}</a>
            </th>
            <td class="nowrap">
              {line.releaseDate === null ? (
                <span class="soft">not known</span>
              ) : (
                <>
                  {dayInWords(line.releaseDate)}
                  <span class="soft block">{fromToday(daysBetween(today, line.releaseDate))}</span>
                </>
              )}
            </td>
            <td>{line.caseManager === null ? <strong class="late">nobody yet</strong> : line.caseManager.name}</td>
            <td>{line.site.label}</td>
            <td>{line.phase.label}</td>
            <td>{line.track.label}</td>
            <td class={line.overdueTasks > 0 ? 'number late' : 'number'}>{line.overdueTasks}</td>
            <td class={line.openFlags > 0 ? 'number late' : 'number'}>{line.openFlags}</td>
            <td>
              <Readiness ready={line.ready} />
            </td>
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
}

const MARKS = { true: ['✓', 'yes', 'ready'], false: ['✗', 'not', 'not ready'], null: ['?', 'unsaid', 'nothing said yet'] } as const;

function Readiness({ ready }: { readonly ready: CaseLine['ready'] }) {
  return (
    <ul class="readiness">
      {Object.entries(READY).map(([key, title]) => {
        const [mark, look, words] = MARKS[`${ready[key as keyof typeof READY] ?? null}`];
        return (
          <li class={look}>
            <span aria-hidden="true">{mark}</span> {title}
            <span class="unseen">: {words}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Pages({ found: { total, page, size }, where }: { readonly found: CasesFound; readonly where: Where }) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  if (last === 0) return null;
  const to = (number: number): string => {
    const { view, asked } = asking(where, {});
    return hashOf({ view, asked: { ...asked, page: String(number) } });
  };
  return (
    <nav class="pages noPrint" aria-label="Pages of the list">
      {page > 0 && <a href={to(page - 1)}>Previous</a>}
      <span>
        Page {page + 1} of {last + 1}
      </span>
      {page < last && <a href={to(page + 1)}>Next</a>}
    </nav>
  );
}
