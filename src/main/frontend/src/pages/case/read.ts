import type { FlagShown } from '../shared/Flags';

/** The lines of a section that the reader may see, and how many more there are. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly withheld: number;
}

export interface Answer {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
}

export interface TaskLine {
  readonly id?: string;
  readonly name?: string;
  readonly service?: string;
  readonly roles: readonly string[];
  readonly person?: string;
  readonly dueAt?: string;
  readonly overdue: boolean;
}

export interface Need {
  readonly pathway: string;
  readonly level?: string;
  readonly status: string;
  readonly side?: string;
  readonly targetDate?: string;
}

export interface Objective {
  readonly id: number;
  readonly description: string;
  readonly pathway?: string;
  readonly side: string;
  readonly status: string;
  readonly targetDate?: string;
}

export interface Step {
  readonly step: number;
  readonly activity: string;
  readonly kind: string;
  readonly gate?: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly reason?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

export interface Referral {
  readonly service: string;
  readonly status: string;
  readonly open: boolean;
  readonly urgency: string;
  readonly ownerRole: string;
  readonly provider?: string;
  readonly reason: string;
  readonly appointment?: string;
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly letter?: string;
}

export interface Consent {
  readonly recipient: string;
  readonly about: string;
  readonly answer: 'given' | 'refused' | 'withdrawn';
  readonly inForce: boolean;
  readonly until?: string;
  readonly how?: string;
  readonly takenBy?: string;
  readonly at: string;
}

export interface Contacts {
  readonly kept: number;
  readonly missed: number;
  readonly next?: string;
  readonly overdue: boolean;
  readonly items: readonly Contact[];
}

export interface Contact {
  readonly kind: string;
  readonly channel: string;
  readonly dueAt?: string;
  readonly madeAt?: string;
  readonly outcome: string;
  readonly note?: string;
  readonly by?: string;
}

export interface Rule {
  readonly annotation: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface Decision {
  readonly decision: string;
  readonly version: number;
  readonly at: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly rules: readonly Rule[];
}

export interface DateMoved {
  readonly at: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason: string;
  readonly by: string;
}

/** A case as one reader may see it: what she may not see is missing, and named in `withheld`. */
export interface Case {
  readonly caseNumber: string;
  readonly siteName: string;
  readonly zone: string;
  readonly today: string;
  readonly status: 'open' | 'closed';
  readonly phase: string | null;
  readonly track: string | null;
  readonly releaseDate: string | null;
  readonly releasedAt: string | null;
  readonly closingReason: string | null;
  readonly episode: number;
  readonly caseManagerName: string | null;
  readonly flags: readonly FlagShown[];
  readonly relation: string;
  readonly kinds: readonly string[];
  readonly withheld: readonly string[];
  readonly actions: readonly string[];
  readonly supervises: boolean;
  readonly packs: readonly string[];
  readonly mayExport: boolean;
  readonly womanName?: string;
  readonly prisonNumber?: string;
  readonly dateOfBirth?: string;
  readonly legalStatus?: string;
  readonly admissionDate?: string;
  readonly homeDistrict?: string;
  readonly language?: string | null;
  readonly tasks?: readonly TaskLine[];
  readonly plan?: readonly Answer[];
  readonly needs?: Listed<Need>;
  readonly objectives?: Listed<Objective>;
  readonly programmes?: readonly Step[];
  readonly referrals?: Listed<Referral>;
  readonly consents?: readonly Consent[];
  readonly contacts?: Contacts;
  readonly decisions?: Listed<Decision>;
  readonly safeContact?: readonly string[];
  readonly releaseDateChanges?: readonly DateMoved[];
}

/** One line of the journal; only when and of what kind for a reader who may not read it. */
export interface Entry {
  readonly at: string;
  readonly kind: string;
  readonly summary?: string;
  readonly byName?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly answers?: readonly Answer[];
}

/** A line of the access log. */
export interface Reading {
  readonly at: string;
  readonly by: string;
  readonly relation: string;
  readonly kinds: readonly string[];
  readonly place: string;
}

/** Who may know of a case, as its supervisor sees it. */
export interface Restriction {
  readonly caseNumber: string;
  readonly restricted: boolean;
  readonly readers: readonly string[];
  readonly rolesWithoutReader: readonly string[];
}
