import { useState } from 'preact/hooks';
import { monthInWords } from './months';
import { question } from './where';

/** The printed report of a month that is over. */
export function MonthlyReport({ site, months }: { readonly site: string; readonly months: readonly string[] }) {
  const [month, setMonth] = useState(months[0] ?? '');
  return (
    <div class="report noPrint">
      <label>
        <span class="unseen">Month of the report</span>
        <select value={month} onChange={(event) => setMonth(event.currentTarget.value)}>
          {months.map((one) => (
            <option value={one}>{monthInWords(one)}</option>
          ))}
        </select>
      </label>
      <a class="button" href={`/api/measures/report.pdf${question({ month, site })}`} target="_blank" rel="noopener">
        Monthly report (PDF)
      </a>
    </div>
  );
}
