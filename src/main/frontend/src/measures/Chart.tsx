import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measure } from './model';

/** How a measure is drawn. */
export type Kind = 'stacked' | 'columns' | 'bars' | 'pairs' | 'survival' | 'trend';

const NARROWEST = 280;
const WIDEST = 1400;

/** A measure as a picture; its numbers always stand in a table beside it, so readers of the screen are told only that. */
export function Chart({ measure, kind }: { readonly measure: Measure; readonly kind: Kind }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, entry.contentRect.width))));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return undefined;
    let gone = false;
    import('./draw').then(
      ({ draw }) => {
        if (!gone) place.current?.replaceChildren(draw(kind, measure, width));
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [measure, kind, width]);
  if (failed) return <p class="soft">The picture could not be drawn; the table has the same numbers.</p>;
  return <div ref={place} class="chart" role="img" aria-label={`${measure.title}, drawn; the table has the same numbers.`} />;
}
