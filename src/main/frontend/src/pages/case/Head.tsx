import type { ComponentChildren } from 'preact';
import { flagName } from '../shared/Flags';
import { ageOn, dayInWords, dayOf, momentInWords, releaseInWords } from '../shared/times';
import { words } from '../shared/words';
import type { Case, DateMoved } from './read';

/** Who she is, where, when she leaves, what is urgent, and how she may be reached. */
export function Head({ found, children }: { readonly found: Case; readonly children: ComponentChildren }) {
  return (
    <div class="head">
      <div class="title">
        <h1>{found.womanName ?? `Case ${found.caseNumber}`}</h1>
        {found.status === 'closed' && <span class="mark">Closed</span>}
        {found.prisonNumber !== undefined && <span class="soft">Prison number {found.prisonNumber}</span>}
        {found.womanName !== undefined && <span class="soft">Case {found.caseNumber}</span>}
      </div>
      {found.flags.length > 0 && <OpenFlags found={found} />}
      <dl class="facts">
        {found.dateOfBirth !== undefined && (
          <Fact name="Born">
            {dayInWords(found.dateOfBirth)}, {ageOn(found.today, found.dateOfBirth)} years old
          </Fact>
        )}
        <Fact name="Where">{where(found)}</Fact>
        <Fact name="Release">
          <Release found={found} />
        </Fact>
        <Fact name="Case manager">{found.caseManagerName ?? <Nobody closed={found.status === 'closed'} />}</Fact>
        {found.phase !== null && (
          <>
            <Fact name="Phase">
              {found.status === 'closed' ? `Closed: ${words('other', found.closingReason).toLowerCase()}` : words('phase', found.phase)}
            </Fact>
            <Fact name="Track">{found.track === null ? 'Not decided yet' : words('track', found.track)}</Fact>
          </>
        )}
        {found.legalStatus !== undefined && <Fact name="Legal status">{words('other', found.legalStatus)}</Fact>}
        {found.admissionDate !== undefined && (
          <Fact name="Admitted">
            {dayInWords(found.admissionDate)}
            {found.episode > 1 && `, time ${found.episode} in custody`}
          </Fact>
        )}
        {found.language != null && <Fact name="Language">{found.language}</Fact>}
        {found.homeDistrict !== undefined && <Fact name="Home district">{found.homeDistrict}</Fact>}
      </dl>
      {found.releaseDateChanges !== undefined && found.releaseDateChanges.length > 0 && (
        <Moves changes={found.releaseDateChanges} zone={found.zone} />
      )}
      <SafeContact found={found} />
      <Withheld found={found} />
      {children}
    </div>
  );
}

function where(found: Case): string {
  if (found.relation === 'PROVIDER' || found.status === 'closed') return `Case of ${found.siteName}`;
  return found.releasedAt === null ? found.siteName : `In the community, case of ${found.siteName}`;
}

function Nobody({ closed }: { readonly closed: boolean }) {
  return closed ? <>Nobody</> : <span class="late">Nobody yet</span>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Release({ found }: { readonly found: Case }) {
  if (found.releasedAt !== null) return <>Released {dayInWords(dayOf(found.releasedAt, found.zone))}</>;
  if (found.releaseDate === null) return <>{found.relation === 'PROVIDER' ? 'Not shared' : 'Not known'}</>;
  if (found.status === 'closed') return <>Was planned for {dayInWords(found.releaseDate)}</>;
  const when = releaseInWords(found.today, found.releaseDate);
  return (
    <>
      {dayInWords(found.releaseDate)} <span class="soft">({when})</span>
    </>
  );
}

function OpenFlags({ found }: { readonly found: Case }) {
  return (
    <ul class="openFlags" aria-label="Open urgent flags">
      {found.flags.map((flag) => (
        <li class={flag.severity}>
          <strong>{flagName(flag)}</strong>
          <span>
            {words('other', flag.severity)}, {flag.role === undefined ? '' : `for ${words('other', flag.role).toLowerCase()}, `}
            respond by {momentInWords(flag.respondBy, found.zone)}
            {flag.status === 'open' ? '' : `. ${words('flagStatus', flag.status)}`}
          </span>
          {flag.reason !== undefined && <span class="reason">{flag.reason}</span>}
        </li>
      ))}
    </ul>
  );
}

function Moves({ changes, zone }: { readonly changes: readonly DateMoved[]; readonly zone: string }) {
  return (
    <details class="moves">
      <summary>
        The release date moved {changes.length === 1 ? 'once' : `${changes.length} times`}
      </summary>
      <ol>
        {[...changes].reverse().map((change) => (
          <li>
            {momentInWords(change.at, zone)}: from {date(change.from)} to {date(change.to)}. {change.reason}{' '}
            <span class="soft">({change.by})</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function date(day: string | undefined): string {
  return day === undefined ? 'not known' : dayInWords(day);
}

/** Everybody who picks up a telephone needs this, also who may not know why. */
function SafeContact({ found }: { readonly found: Case }) {
  if (found.womanName === undefined) return null;
  return (
    <aside class="safeContact" aria-label="Safe contact">
      <strong>Safe contact</strong>
      {(found.safeContact ?? ['Tell nobody outside where she is, when she leaves or how to reach her. Ask her case manager.']).map(
        (line) => (
          <p>{line}</p>
        ),
      )}
    </aside>
  );
}

function Withheld({ found }: { readonly found: Case }) {
  if (found.relation === 'BREAK_GLASS') {
    return (
      <p class="emergency">
        {words('relation', found.relation)}: you read everything about her for a short time. The supervisor was told, and
        your reason stands in the timeline.
      </p>
    );
  }
  if (found.withheld.length === 0) return null;
  return (
    <p class="withheld soft">
      {found.womanName === undefined
        ? 'You see the codes of this case, and nothing about the person.'
        : `${words('relation', found.relation)}. You read ${listed(found.kinds)}. What else is known is for those who work on her case.`}
    </p>
  );
}

function listed(kinds: readonly string[]): string {
  const names = kinds.map((kind) => words('information', kind));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
