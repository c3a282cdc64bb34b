import { useState } from 'preact/hooks';
import { address, moment, useAnswer } from './ask';
import { inDays } from './diagram';
import type { Instance, Page, ProcessName } from './model';

const DAY = 86_400_000;

interface Asked {
  readonly process: string;
  readonly query: string;
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

/** What ended, to be searched by case number and day. */
export function Finished({ process, heading }: { readonly process: string; readonly heading?: boolean }) {
  const [asked, setAsked] = useState<Asked>({ process, query: '', from: '', to: '', page: 0 });
  const names = useAnswer<readonly ProcessName[]>('/api/flow/processes').found ?? [];
  const { found, problem } = useAnswer<Page<Instance>>(address('/api/flow/finished', { ...asked, page: String(asked.page) }));
  const narrow = (part: Partial<Asked>): void => setAsked({ ...asked, page: 0, ...part });
  return (
    <section class="throughcare-flow" aria-label="Finished instances">
      {heading && <h1>Finished instances</h1>}
      <form role="search" class="throughcare-narrow" onSubmit={(event) => event.preventDefault()}>
        <label>
          Case number{' '}
          <input type="search" value={asked.query} onInput={(event) => narrow({ query: event.currentTarget.value })} />
        </label>
        {process === '' && (
          <label>
            Process{' '}
            <select value={asked.process} onChange={(event) => narrow({ process: event.currentTarget.value })}>
              <option value="">All</option>
              {names.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          Ended from <input type="date" value={asked.from} onChange={(event) => narrow({ from: event.currentTarget.value })} />
        </label>
        <label>
          to <input type="date" value={asked.to} onChange={(event) => narrow({ to: event.currentTarget.value })} />
        </label>
      </form>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {found?.items.length === 0 && <p>Nothing that ended is found.</p>}
      {found !== undefined && found.items.length > 0 && (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">Case</th>
                <th scope="col">Process</th>
                <th scope="col">Ended (UTC)</th>
                <th scope="col">Took</th>
                <th scope="col">How it ended</th>
                <th scope="col">Way</th>
              </tr>
            </thead>
            <tbody>
              {found.items.map((instance) => (
                <tr key={instance.id}>
                  <th scope="row">
                    <a href={`/cases/${instance.caseNumber}`}>{instance.caseNumber}</a>
                  </th>
                  <td>{names.find(({ key }) => key === instance.processKey)?.name ?? instance.processKey}</td>
                  <td>{moment(instance.endedAt)}</td>
                  <td>{took(instance)}</td>
                  <td>{endInWords(instance.endState)}</td>
                  <td>
                    <a href={`#/finished?instance=${instance.id}`} aria-label={`Show the way of ${instance.caseNumber}`}>
                      Show
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <button type="button" disabled={asked.page === 0} onClick={() => setAsked({ ...asked, page: asked.page - 1 })}>
              Newer
            </button>{' '}
            <button type="button" disabled={!found.more} onClick={() => setAsked({ ...asked, page: asked.page + 1 })}>
              Older
            </button>
          </p>
        </>
      )}
    </section>
  );
}

export function took({ startedAt, endedAt }: Pick<Instance, 'startedAt' | 'endedAt'>): string {
  return endedAt === undefined ? '–' : inDays(Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / DAY * 10) / 10);
}

export function endInWords(state: string): string {
  switch (state) {
    case 'COMPLETED':
      return 'Finished';
    case 'ACTIVE':
      return 'Runs';
    case 'SUSPENDED':
      return 'Halted';
    case 'INTERNALLY_TERMINATED':
      return 'Ended by the journey';
    default:
      return 'Broken off';
  }
}
