import type { ComponentChildren } from 'preact';
import { Explained } from './Explained';
import type { Measure } from './model';
import { type Where, filtersOf, question } from './where';

interface Props {
  readonly measure: Measure;
  readonly asked: Where['asked'];
  readonly wide?: boolean;
  /** Notes that stand elsewhere on the screen. */
  readonly alsoSaid?: readonly string[];
  readonly children: ComponentChildren;
}

/** A measure: its title with "?", its numbers, and the way to take them along. */
export function MeasureCard({ measure, asked, wide = false, alsoSaid = [], children }: Props) {
  const heading = `measure-${measure.id}`;
  return (
    <section class={wide ? 'card wide' : 'card'} aria-labelledby={heading}>
      <div class="head">
        <h2 id={heading}>{measure.title}</h2>
        <Explained measure={measure} />
        <a
          class="csv noPrint"
          href={`/api/measures/${measure.id}.csv${question(filtersOf(asked))}`}
          download={`${measure.id}.csv`}
          aria-label={`${measure.title} as CSV`}
        >
          CSV
        </a>
      </div>
      {measure.rows.length === 0 ? <p class="empty">There is nothing to count yet.</p> : children}
      {measure.notes
        ?.filter((note) => !alsoSaid.includes(note))
        .map((note) => (
          <p class="soft note">{note}</p>
        ))}
    </section>
  );
}
