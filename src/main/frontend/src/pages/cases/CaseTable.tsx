import { useState } from 'preact/hooks';
import { Flags } from '../shared/Flags';
import { dayInWords, releaseInWords } from '../shared/times';
import { words } from '../shared/words';
import type { CaseLine } from './search';

interface Props {
  readonly lines: readonly CaseLine[];
  readonly more: (() => Promise<void>) | undefined;
  readonly toSearch: () => void;
}

/** The cases that were found; arrows go from one to the next, Enter opens. */
export function CaseTable({ lines, more, toSearch }: Props) {
  const [busy, setBusy] = useState(false);
  if (lines.length === 0) {
    return (
      <p class="empty" role="status">
        No case fits. Try fewer words or clear a filter. A name is found also when it is spelt differently.
      </p>
    );
  }
  const sites = new Set(lines.map((line) => line.siteName)).size > 1;
  return (
    <>
      <p class="hidden" role="status">
        {lines.length} cases shown{more ? ', there are more' : ''}.
      </p>
      <table class="cases" onKeyDown={(event) => walk(event, toSearch)}>
        <thead>
          <tr>
            <th scope="col">Woman</th>
            <th scope="col">Release</th>
            <th scope="col">Phase</th>
            <th scope="col" class="wide">
              Track
            </th>
            <th scope="col">Case manager</th>
            <th scope="col">Urgent flags</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.caseNumber} line={line} withSite={sites} />
          ))}
        </tbody>
      </table>
      {more && (
        <p>
          <button
            type="button"
            disabled={busy}
            onClick={() => {
              setBusy(true);
              void more().finally(() => setBusy(false));
            }}
          >
            Show more
          </button>
        </p>
      )}
    </>
  );
}

function Row({ line, withSite }: { readonly line: CaseLine; readonly withSite: boolean }) {
  return (
    <tr class={line.status === 'closed' ? 'closed' : ''}>
      <th scope="row">
        <a href={`/cases/${line.caseNumber}`}>{line.womanName ?? line.caseNumber}</a>
        <div class="soft">
          {[line.prisonNumber, line.womanName === undefined ? undefined : line.caseNumber, withSite ? line.siteName : undefined]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </div>
      </th>
      <td>
        <Release line={line} />
      </td>
      <td>{line.status === 'closed' ? <span class="mark">Closed</span> : words('phase', line.phase)}</td>
      <td class="wide">{words('track', line.track)}</td>
      <td>{line.caseManagerName ?? <span class="soft">Nobody yet</span>}</td>
      <td>
        <Flags flags={line.flags} />
      </td>
    </tr>
  );
}

function Release({ line }: { readonly line: CaseLine }) {
  if (line.releasedAt !== null) {
    return (
      <>
        Released
        <div class="soft">{dayInWords(line.releasedAt.slice(0, 10))}</div>
      </>
    );
  }
  if (line.releaseDate === null) return <span class="soft">Not known</span>;
  return (
    <>
      {dayInWords(line.releaseDate)}
      {line.status === 'open' && <div class="soft">{releaseInWords(line.today, line.releaseDate)}</div>}
    </>
  );
}

function walk(event: KeyboardEvent, toSearch: () => void): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('tbody a')];
  const here = links.indexOf(document.activeElement as HTMLAnchorElement);
  event.preventDefault();
  if (here + step < 0) toSearch();
  else links[Math.min(here + step, links.length - 1)]?.focus();
}
