import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from './ask';
import { type Diagram, drawPath } from './diagram';
import type { Path } from './model';

/** Shows the way a case took, on the diagram of its process. */
export function PathSwitch({ diagram, instance }: { readonly diagram: Diagram; readonly instance: string }) {
  const [shown, setShown] = useState(false);
  const { found, problem } = useAnswer<Path>(shown ? `/api/flow/instances/${instance}/path` : '');
  useEffect(() => (found === undefined ? undefined : drawPath(diagram, found)), [found]);
  return (
    <>
      <label>
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        The way she took
      </label>
      {shown && <Legend />}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </>
  );
}

export function Legend() {
  return (
    <ul class="throughcare-legend" aria-label="What the colours say">
      <li>
        <span class="throughcare-swatch throughcare-swatch-done" />
        done
      </li>
      <li>
        <span class="throughcare-swatch throughcare-swatch-here" />
        here now
      </li>
      <li>
        <span class="throughcare-swatch throughcare-swatch-left" />
        broken off
      </li>
    </ul>
  );
}
