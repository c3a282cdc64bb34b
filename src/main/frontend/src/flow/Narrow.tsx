import { useAnswer } from './ask';

/** Empty: all of hers. */
export interface Narrowed {
  readonly site: string;
  readonly track: string;
}

interface Catalogue {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly tracks: readonly { readonly code: string; readonly label: string }[];
}

/** Narrows to a site and a track. */
export function Narrow({ narrowed, change }: { readonly narrowed: Narrowed; readonly change: (to: Narrowed) => void }) {
  const { found } = useAnswer<Catalogue>('/api/measures');
  if (found === undefined) return null;
  return (
    <div class="throughcare-narrow">
      {found.sites.length > 1 && (
        <label>
          Site{' '}
          <select value={narrowed.site} onChange={(event) => change({ ...narrowed, site: event.currentTarget.value })}>
            <option value="">All</option>
            {found.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Track{' '}
        <select value={narrowed.track} onChange={(event) => change({ ...narrowed, track: event.currentTarget.value })}>
          <option value="">All</option>
          {found.tracks
            .filter(({ code }) => code !== 'undecided')
            .map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}
