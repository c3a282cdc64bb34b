import { Cards } from './Outcomes';
import type { Measure } from './model';
import type { Where } from './where';

/** Whether supervision is kept up, who has too much, and what is coming. */
export function Supervision({ measures, asked }: { readonly measures: readonly Measure[]; readonly asked: Where['asked'] }) {
  return <Cards measures={measures} asked={asked} />;
}
