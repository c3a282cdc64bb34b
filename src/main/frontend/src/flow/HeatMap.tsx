import { useEffect, useState } from 'preact/hooks';
import { address, useAnswer } from './ask';
import { type Diagram, type Heat, bandsOf, drawHeat } from './diagram';
import type { Step } from './model';
import { Narrow, type Narrowed } from './Narrow';

const CHOICES: readonly (readonly [Heat | 'off', string])[] = [
  ['off', 'Off'],
  ['median', 'Median time'],
  ['p90', '90th percentile'],
  ['waiting', 'Waiting now'],
];

/** The switch of the heat map, with its legend. */
export function HeatMap({ diagram, process }: { readonly diagram: Diagram; readonly process: string }) {
  const [heat, setHeat] = useState<Heat | 'off'>('off');
  const [narrowed, setNarrowed] = useState<Narrowed>({ site: '', track: '' });
  const { found, problem } = useAnswer<readonly Step[]>(
    heat === 'off' ? '' : address(`/api/flow/processes/${process}/steps`, { ...narrowed }),
  );
  useEffect(() => (found === undefined || heat === 'off' ? undefined : drawHeat(diagram, found, heat)), [found, heat]);
  return (
    <>
      <fieldset>
        <legend>Heat map</legend>
        {CHOICES.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="throughcare-heat" checked={heat === value} onChange={() => setHeat(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      {heat !== 'off' && (
        <>
          <Narrow narrowed={narrowed} change={setNarrowed} />
          <ul class="throughcare-legend" aria-label="What the colours say">
            {bandsOf(heat).map(([, label], index) => (
              <li key={label}>
                <span class={`throughcare-swatch throughcare-swatch-${index}`} />
                {label}
              </li>
            ))}
          </ul>
          <p role="status">{problem ?? said(found, heat)}</p>
        </>
      )}
    </>
  );
}

function said(found: readonly Step[] | undefined, heat: Heat): string {
  if (found === undefined) return 'Asking …';
  if (heat === 'waiting') return 'Cases that wait there now.';
  return 'Days from reaching a step to finishing it, in the last twelve months.';
}
