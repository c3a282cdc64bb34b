import { Chart, type Kind } from './Chart';
import { MeasureCard } from './MeasureCard';
import { MeasureTable } from './MeasureTable';
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
      <details>
        <summary>As a table</summary>
        <MeasureTable measure={measure} asked={asked} />
      </details>
    </>
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
