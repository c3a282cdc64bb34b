import { Chart, type Kind } from './Chart';
import { MeasureCard } from './MeasureCard';
import { CrossTable, MeasureTable } from './MeasureTable';
import { Bar, Caseloads } from './Overview';
import { drawable, notedByAll, said, share } from './figures';
import type { Measure } from './model';
import type { Where } from './where';

interface Props {
  readonly measures: readonly Measure[];
  readonly asked: Where['asked'];
}

const DRAWN: Readonly<Record<string, Kind>> = {
  retention: 'survival',
  contacts: 'pairs',
  firstContact: 'bars',
  metAtGate: 'bars',
  endings: 'bars',
  returns: 'columns',
  workloadAhead: 'columns',
  phaseTimes: 'trend',
};
const WIDE = ['retention', 'referralsByProvider', 'workloadAhead', 'phaseTimes', 'waiting'];

/** Measures one beside the other, drawn where a picture says more; what all of them note is said once. */
export function Cards({ measures, asked }: Props) {
  const common = notedByAll(measures);
  return (
    <>
      {common.map((note) => (
        <p class="soft">{note}</p>
      ))}
      <div class="cards">
        {measures.map((measure) => (
          <MeasureCard measure={measure} asked={asked} wide={WIDE.includes(measure.id)} alsoSaid={common}>
            <Content measure={measure} asked={asked} />
          </MeasureCard>
        ))}
      </div>
    </>
  );
}

interface ContentProps {
  readonly measure: Measure;
  readonly asked: Where['asked'];
}

function Content({ measure, asked }: ContentProps) {
  const kind = DRAWN[measure.id];
  if (measure.values.some(({ key }) => key === 'custodyMax')) return <Caseloads measure={measure} asked={asked} />;
  return kind === undefined ? <Shares measure={measure} asked={asked} /> : <Drawn measure={measure} kind={kind} asked={asked} />;
}

const NOT_DRAWN = {
  hidden: 'They are too few to be shown.',
  nothing: 'Nothing happened yet that could be drawn.',
} as const;

function Drawn({ measure, kind, asked }: ContentProps & { readonly kind: Kind }) {
  const there = drawable(measure);
  if (there !== 'something') return <p class="empty">{NOT_DRAWN[there]}</p>;
  return (
    <>
      <Chart measure={measure} kind={kind} />
      {kind === 'pairs' && (
        <p class="soft note">
          {measure.values[1]?.title} as filled columns, {measure.values[0]?.title.toLowerCase()} as dashed outlines.
          {isPartlyHidden(measure) && ' “?” where few women kept or missed one.'}
        </p>
      )}
      {kind === 'trend' && (
        <p class="soft note">
          {measure.values[0]?.title} in {measure.values[0]?.unit} as a line, {measure.values[1]?.title} as a dashed line.
        </p>
      )}
      {kind === 'columns' && measure.values.length > 1 && (
        <p class="soft note">Together: {measure.values.map(({ title }) => title.toLowerCase()).join(', ')}.</p>
      )}
      {kind === 'survival' && <p class="soft note">The shaded band is where the true share lies with 95 % confidence.</p>}
      <details>
        <summary>As a table</summary>
        <AllNumbers measure={measure} asked={asked} />
      </details>
    </>
  );
}

function isPartlyHidden({ rows, values }: Measure): boolean {
  return rows.some((row) => values.some(({ key }) => typeof row.values[key] === 'string'));
}

function AllNumbers({ measure, asked }: ContentProps) {
  const [down, across] = measure.dimensions;
  const [value, another] = measure.values;
  return down === undefined || across === undefined || value === undefined || another !== undefined ? (
    <MeasureTable measure={measure} asked={asked} />
  ) : (
    <CrossTable measure={measure} value={value} down={down.key} across={across.key} asked={asked} />
  );
}

/** A table; where it tells how many of how many, a bar and the share before it. */
function Shares({ measure, asked }: ContentProps) {
  if (drawable(measure) === 'hidden') return <p class="empty">{NOT_DRAWN.hidden}</p>;
  const whole = measure.values.find(({ key }) => key === 'of');
  const [part] = measure.values;
  const [first] = measure.dimensions;
  return (
    <>
      {whole && part && (
        <ul class="shares" aria-hidden="true">
          {measure.rows.map((row) => (
            <li>
              <span>{first ? row.of[first.key]?.label : part.title}</span>
              <Bar part={row.values[part.key]} of={row.values[whole.key]} />
              <strong>{said(share(row.values[part.key], row.values[whole.key]) ?? null, 'share')}</strong>
            </li>
          ))}
        </ul>
      )}
      <MeasureTable measure={measure} asked={asked} />
    </>
  );
}
