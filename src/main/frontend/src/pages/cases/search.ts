import type { FlagShown } from '../shared/Flags';

/** One case of the list; a manager sees codes and nobody's name. */
export interface CaseLine {
  readonly caseNumber: string;
  readonly siteName: string;
  readonly status: 'open' | 'closed';
  readonly phase: string;
  readonly track: string | null;
  readonly releaseDate: string | null;
  readonly releasedAt: string | null;
  readonly caseManagerName: string | null;
  readonly flags: readonly FlagShown[];
  readonly today: string;
  readonly womanName?: string;
  readonly prisonNumber?: string;
}

/** A page of the list; `next` begins the page after it. */
export interface Found {
  readonly items: readonly CaseLine[];
  readonly next?: string;
}

/** What somebody looks for. */
export interface Wish {
  readonly words: string;
  readonly status: '' | 'open' | 'closed';
  readonly phase: string;
  readonly track: string;
  readonly release: '' | '12' | '24' | 'unknown';
  readonly caseManager: string;
  readonly openFlags: boolean;
  readonly overdue: boolean;
}

export const UNASSIGNED = '-';

export const EVERYTHING_OPEN: Wish = {
  words: '',
  status: 'open',
  phase: '',
  track: '',
  release: '',
  caseManager: '',
  openFlags: false,
  overdue: false,
};

export const PHASES = [
  'admission',
  'intakePanel',
  'assessment',
  'programmeSequencing',
  'caseManagement',
  'handover',
  'releaseDay',
  'followUp',
];

export const TRACKS = ['remand', 'veryShort', 'short', 'full'];

/** The wish as the server takes it. */
export function asked(wish: Wish, after: string | undefined): Record<string, unknown> {
  return {
    query: wish.words,
    status: wish.status || undefined,
    phases: wish.phase === '' ? undefined : [wish.phase],
    tracks: wish.track === '' ? undefined : [wish.track],
    releaseWithinWeeks: wish.release === '12' || wish.release === '24' ? Number(wish.release) : undefined,
    releaseDateUnknown: wish.release === 'unknown' || undefined,
    caseManager: wish.caseManager === UNASSIGNED ? undefined : wish.caseManager || undefined,
    unassigned: wish.caseManager === UNASSIGNED || undefined,
    openFlags: wish.openFlags || undefined,
    overdue: wish.overdue || undefined,
    after,
    size: 25,
  };
}

/** The filters as they stand in the address; the words never do, for they are names. */
export function toAddress(wish: Wish): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(wish)) {
    if (name !== 'words' && value !== EVERYTHING_OPEN[name as keyof Wish]) parts.set(name, String(value));
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

/** Reads {@link toAddress}. */
export function fromAddress(search: string): Wish {
  const parts = new URLSearchParams(search);
  const text = (name: keyof Wish, allowed: readonly string[]): string => {
    const value = parts.get(name);
    return value !== null && allowed.includes(value) ? value : String(EVERYTHING_OPEN[name]);
  };
  return {
    words: '',
    status: text('status', ['', 'open', 'closed']) as Wish['status'],
    phase: text('phase', PHASES),
    track: text('track', TRACKS),
    release: text('release', ['12', '24', 'unknown']) as Wish['release'],
    caseManager: parts.get('caseManager') ?? '',
    openFlags: parts.get('openFlags') === 'true',
    overdue: parts.get('overdue') === 'true',
  };
}
