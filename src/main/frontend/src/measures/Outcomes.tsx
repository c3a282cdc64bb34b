import { Chart, type Kind } from './Chart';
import { MeasureCard } from './MeasureCard';
import { CrossTable, MeasureTable } from './MeasureTable';
import { Bar } from './Overview';
import { said, share } from './figures';
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
  endings: 'bars',
  returns: 'columns',
  workloadAhead: 'columns',
};
const WIDE = ['retention', 'referralsByProvider', 'workloadAhead'];

/** What came of it. */
export function Outcomes({ measures, asked }: Props) {
  return (
    <>
      <p class="soft">Groups of fewer than 5 women are hidden, so that nobody is recognised.</p>
      <Cards measures={measures} asked={asked} />
    </>
  );
}

/** Measures one beside the other, drawn where a picture says more. */
export function Cards({ measures, asked }: Props) {
  return (
    <div class="cards">
      {measures.map((measure) => {
        const kind = DRAWN[measure.id];
        return (
          <MeasureCard measure={measure} asked={asked} wide={WIDE.includes(measure.id)}>
            {kind === undefined ? <Shares measure={measure} asked={asked} /> : <Drawn measure={measure} kind={kind} asked={asked} />}
          </MeasureCard>
        );
      })}
    </div>
  );
}

function Drawn({ measure, kind, asked }: { readonly measure: Measure; readonly kind: Kind; readonly asked: Where['asked'] }) {
  return (
    <>
      <Chart measure={measure} kind={kind} />
      {kind === 'pairs' && (
        <p class="soft note">
          {measure.values[1]?.title} as filled columns, {measure.values[0]?.title.toLowerCase()} as dashed outlines.
        </p>
      )}
      {kind === 'survival' && <p class="soft note">The shaded band is where the true share lies with 95 % confidence.</p>}
      <details>
        <summary>As a table</summary>
        <AllNumbers measure={measure} asked={asked} />
      </details>
    </>
  );
}

function AllNumbers({ measure, asked }: { readonly measure: Measure; readonly asked: Where['asked'] }) {
  const [down, across] = measure.dimensions;
  const [value, another] = measure.values;
  return down === undefined || across === undefined || value === undefined || another !== undefined ? (
    <MeasureTable measure={measure} asked={asked} />
  ) : (
    <CrossTable measure={measure} value={value} down={down.key} across={across.key} asked={asked} />
  );
}

/** A table; where it tells how many of how many, a bar and the share before it. */
function Shares({ measure, asked }: { readonly measure: Measure; readonly asked: Where['asked'] }) {
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
