import { Chart } from './Chart';
import { MeasureCard } from './MeasureCard';
import { CrossTable, FigureOf, MeasureTable, Scrolled } from './MeasureTable';
import { isNumber, sum } from './figures';
import { type Measure, READY, type Row, type Value } from './model';
import type { Where } from './where';

interface Props {
  readonly measures: readonly Measure[];
  readonly asked: Where['asked'];
}

const OWN = ['womenByPhase', 'releases', 'overdueTasks', 'caseloads'];

/** What runs now, and what is late. */
export function Overview({ measures, asked }: Props) {
  const find = (id: string): Measure | undefined => measures.find((measure) => measure.id === id);
  const [releases, phases, overdue, caseloads] = [find('releases'), find('womenByPhase'), find('overdueTasks'), find('caseloads')];
  return (
    <>
      <Tiles measures={measures} asked={asked} />
      <div class="cards">
        {releases && (
          <MeasureCard measure={releases} asked={asked} wide>
            <Releases measure={releases} asked={asked} />
          </MeasureCard>
        )}
        {phases && (
          <MeasureCard measure={phases} asked={asked} wide>
            <Chart measure={phases} kind="stacked" />
            <CrossOrPlain measure={phases} value="women" asked={asked} />
          </MeasureCard>
        )}
        {overdue && (
          <MeasureCard measure={overdue} asked={asked}>
            <CrossOrPlain measure={overdue} value="overdue" whole="open" asked={asked} />
          </MeasureCard>
        )}
        {caseloads && (
          <MeasureCard measure={caseloads} asked={asked}>
            <Caseloads measure={caseloads} asked={asked} />
          </MeasureCard>
        )}
        {measures
          .filter(({ id }) => !OWN.includes(id))
          .map((measure) => (
            <MeasureCard measure={measure} asked={asked}>
              <MeasureTable measure={measure} asked={asked} late={(row, { key }) => key === 'late' && isLate(row, key)} />
            </MeasureCard>
          ))}
      </div>
    </>
  );
}

function leavesSoon(row: Row): boolean {
  return row.of['within']?.code === 'w6';
}

function isLate(row: Row, key: string): boolean {
  const figure = row.values[key];
  return isNumber(figure) && figure > 0;
}

interface CrossProps {
  readonly measure: Measure;
  readonly value: string;
  readonly whole?: string;
  readonly asked: Where['asked'];
}

/** Down and across where there are two dimensions, as a list where there is one. */
function CrossOrPlain({ measure, value, whole, asked }: CrossProps) {
  const [down, across] = measure.dimensions;
  const shown = measure.values.find(({ key }) => key === value) ?? measure.values[0];
  return down === undefined || across === undefined || shown === undefined ? (
    <MeasureTable measure={measure} asked={asked} />
  ) : (
    <>
      {whole !== undefined && (
        <p class="soft note">
          {shown.title}, of all that are {measure.values.find(({ key }) => key === whole)?.title.toLowerCase()}
        </p>
      )}
      <CrossTable measure={measure} value={shown} {...(whole ? { whole } : {})} down={down.key} across={across.key} asked={asked} />
    </>
  );
}

/** The numbers to look at first. */
function Tiles({ measures, asked }: Props) {
  const all = (): boolean => true;
  const tiles: readonly (readonly [measure: string, value: string, words: string, rows: (row: Row) => boolean, bad: boolean])[] = [
    ['womenByPhase', 'women', 'women with an open case', all, false],
    ['releases', 'women', 'leave in the next six weeks', leavesSoon, false],
    ['releases', 'noHousing', 'of them without a safe place to sleep', leavesSoon, true],
    ['openFlags', 'late', 'urgent flags past their deadline', all, true],
    ['overdueTasks', 'overdue', 'tasks overdue', all, true],
    ['unassigned', 'women', 'women without a case manager', all, true],
    ['incidents', 'incidents', 'failed steps', all, true],
  ];
  return (
    <ul class="tiles" aria-label="At a glance">
      {tiles.map(([id, key, words, wanted, bad]) => {
        const measure = measures.find((one) => one.id === id);
        const value = measure?.values.find((one) => one.key === key);
        if (measure === undefined || value === undefined) return null;
        const rows = measure.rows.filter(wanted);
        const total = sum(rows, key);
        const of = wanted === leavesSoon ? (rows[0]?.of ?? {}) : {};
        return (
          <li class={bad && total > 0 ? 'tile bad' : 'tile'}>
            <FigureOf measure={measure} of={of} value={{ ...value, title: words }} figure={total} asked={asked} class="figure" />
            <span class="words">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Who leaves soon, and what is ready for them. */
function Releases({ measure, asked }: { readonly measure: Measure; readonly asked: Where['asked'] }) {
  const valueOf = (key: string): Value | undefined => measure.values.find((value) => value.key === key);
  const women = valueOf('women');
  const shown = Object.keys(READY).filter((key) => valueOf(key) !== undefined);
  const others = measure.values.filter(
    ({ key }) => key !== 'women' && !shown.includes(key) && !shown.some((item) => missing(item) === key),
  );
  const figure = (row: Row, value: Value, name?: string) => (
    <FigureOf measure={measure} of={row.of} value={value} figure={row.values[value.key]} asked={asked} {...(name ? { class: name } : {})} />
  );
  return (
    <Scrolled title={measure.title}>
      <thead>
        <tr>
          <th scope="col">Ready for her</th>
          {measure.rows.map((row) => (
            <th scope="col">{row.of['within']?.label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {women && (
          <tr class="total">
            <th scope="row">Women who leave</th>
            {measure.rows.map((row) => (
              <td>{figure(row, women)}</td>
            ))}
          </tr>
        )}
        {shown.map((key) => (
          <tr>
            <th scope="row">{READY[key as keyof typeof READY]}</th>
            {measure.rows.map((row) => {
              const [ready, not] = [valueOf(key), valueOf(missing(key))];
              return (
                <td>
                  <Bar part={row.values[key]} of={row.values['women']} />
                  {ready && <span class="pair">{figure(row, ready)} ready</span>}
                  {not && (
                    <span class="pair">
                      {figure(row, not, leavesSoon(row) && isLate(row, not.key) ? 'late' : undefined)} not
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
        {others.map((value) => (
          <tr>
            <th scope="row">{value.title}</th>
            {measure.rows.map((row) => (
              <td>{figure(row, value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
}

function missing(key: string): string {
  return `no${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** A part of a whole as a bar; the numbers stand beside it. */
export function Bar({ part, of }: { readonly part: Row['values'][string] | undefined; readonly of: Row['values'][string] | undefined }) {
  if (!isNumber(part) || !isNumber(of) || of === 0) return null;
  return (
    <span class="bar" aria-hidden="true">
      <span class={part > of ? 'over' : ''} style={{ width: `${Math.min(100, (part / of) * 100)}%` }} />
    </span>
  );
}

const LOADS = [
  ['custody', 'custodyMax', 'In custody'],
  ['community', 'communityMax', 'In the community'],
  ['year', 'yearMax', 'In a year'],
] as const;

/** How many women each case manager has, against her limits. */
export function Caseloads({ measure, asked }: { readonly measure: Measure; readonly asked: Where['asked'] }) {
  const [who] = measure.dimensions;
  return (
    <Scrolled title={measure.title}>
      <thead>
        <tr>
          <th scope="col">{who?.title ?? 'Case manager'}</th>
          {LOADS.map(([, , title]) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measure.rows.map((row) => (
          <tr>
            <th scope="row">{who && row.of[who.key]?.label}</th>
            {LOADS.map(([load, limit]) => {
              const value = measure.values.find(({ key }) => key === load);
              const [has, most] = [row.values[load], row.values[limit]];
              const over = isNumber(has) && isNumber(most) && has > most;
              return (
                <td class="nowrap">
                  <Bar part={has} of={most} />
                  {value && <FigureOf measure={measure} of={row.of} value={value} figure={has} asked={asked} {...(over ? { class: 'late' } : {})} />}
                  {isNumber(most) && ` of ${most}`}
                  {over && <span class="late"> over</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
}
