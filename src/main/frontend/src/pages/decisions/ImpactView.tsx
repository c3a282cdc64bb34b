import type { Changes, Column, Impact } from './api';
import { spoken } from '../shared/words';
import { toldInWords } from './values';

/** Whom a text would touch: past decisions, open cases, and what it means for each role's week. */
export function ImpactView({ impact, outputs }: { readonly impact: Impact; readonly outputs: readonly Column[] }) {
  return (
    <>
      <ChangesView title="Open cases" what="open cases" changes={impact.open} outputs={outputs} hint={WHEN_IT_REACHES_HER} />
      <ChangesView title="Past decisions" what="past decisions" changes={impact.past} outputs={outputs} />
      <Workload impact={impact} />
    </>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly what: string;
  readonly changes: Changes;
  readonly outputs: readonly Column[];
  readonly hint?: string;
}

/** A new version decides what is decided from then on; what was decided stays. */
const WHEN_IT_REACHES_HER =
  'It reaches her the next time her case asks the table, for example when her release date moves; until then what was decided stays.';

function ChangesView({ title, what, changes, outputs, hint }: ChangesProps) {
  return (
    <section class="impact">
      <h3>{title}</h3>
      {changes.changed === 0 ? (
        <p>
          {changes.asked === 0
            ? `There are no ${what} about which this table decided.`
            : `No woman would be decided otherwise: ${changes.asked.toLocaleString('en-GB')} ${what} were asked again.`}
        </p>
      ) : (
        <>
          <p>
            <strong>{changes.changed.toLocaleString('en-GB')}</strong> of {changes.asked.toLocaleString('en-GB')} {what} would be
            decided otherwise.{hint !== undefined && ` ${hint}`}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Now</th>
                <th scope="col">Then</th>
                <th scope="col" class="number">
                  How many
                </th>
                <th scope="col">Cases</th>
              </tr>
            </thead>
            <tbody>
              {changes.groups.map(({ from, to, count, cases }) => (
                <tr>
                  <td>{toldInWords(from, outputs)}</td>
                  <td>{toldInWords(to, outputs)}</td>
                  <td class="number">{count.toLocaleString('en-GB')}</td>
                  <td>
                    <CaseNumbers cases={cases} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

const AT_ONCE = 12;

/** Case numbers that lead to their cases; the server shows a case only to whom it belongs. */
export function CaseNumbers({ cases }: { readonly cases: readonly string[] }) {
  const links = (some: readonly string[]) => 
    some.map((number) => (
      <>
        <a href={`/cases/${encodeURIComponent(number)}`}>{number}</a>{' '}
      </>
    ));
  if (cases.length <= AT_ONCE) return <span class="caseNumbers">{links(cases)}</span>;
  return (
    <span class="caseNumbers">
      {links(cases.slice(0, AT_ONCE))}
      <details>
        <summary>{(cases.length - AT_ONCE).toLocaleString('en-GB')} more</summary>
        {links(cases.slice(AT_ONCE))}
      </details>
    </span>
  );
}

function Workload({ impact }: { readonly impact: Impact }) {
  const changes = impact.workload.filter(({ now, then }) => now !== then);
  return (
    <section class="impact">
      <h3>Work a week</h3>
      {changes.length === 0 ? (
        <p>No role would have more or less to do.</p>
      ) : (
        <>
          <p class="soft">
            Tasks as they came up in the past; contacts, catch-ups and reviews for the open cases; meetings as they lie ahead in the
            coming year.
          </p>
          <table class="narrow">
            <thead>
              <tr>
                <th scope="col">Role</th>
                <th scope="col">What</th>
                <th scope="col" class="number">
                  Now
                </th>
                <th scope="col" class="number">
                  Then
                </th>
                <th scope="col" class="number">
                  Change
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ role, work, now, then }) => (
                <tr>
                  <th scope="row">{spoken(role)}</th>
                  <td>{work}</td>
                  <td class="number">{tasks(now)}</td>
                  <td class="number">{tasks(then)}</td>
                  <td class="number">{then > now ? `+${tasks(then - now)}` : `−${tasks(now - then)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function tasks(count: number): string {
  return count.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
