import { words } from './words';

/** An open urgent flag. What it is about is missing for who may not know. */
export interface FlagShown {
  readonly severity: 'immediate' | 'urgent' | 'priority';
  readonly status: string;
  readonly respondBy: string;
  readonly flag?: string;
  readonly role?: string;
  readonly reason?: string;
}

export function flagName(flag: FlagShown): string {
  return flag.flag === undefined ? 'Urgent concern' : words('flag', flag.flag);
}

/** The open flags in a row. */
export function Flags({ flags }: { readonly flags: readonly FlagShown[] }) {
  if (flags.length === 0) return null;
  const shown = new Map(flags.map((flag) => [`${flag.severity} ${flagName(flag)}`, flag]));
  return (
    <ul class="flags" aria-label="Urgent flags">
      {[...shown.values()].map((flag) => (
        <li class={`flag ${flag.severity}`} title={words('other', flag.severity)}>
          {flagName(flag)}
        </li>
      ))}
    </ul>
  );
}
