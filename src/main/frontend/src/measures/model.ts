/** A code, and what people call it. */
export interface Code {
  readonly code: string | null;
  readonly label: string;
}

/** What is counted. */
export type Unit = 'women' | 'tasks' | 'cases' | 'days' | 'share' | 'sessions' | 'contacts' | 'number' | 'date';

/** A number, a text such as a day or "<5" where few are hidden, or nothing to say. */
export type Figure = number | string | null;

export interface Dimension {
  readonly key: string;
  readonly title: string;
}

export interface Value {
  readonly key: string;
  readonly title: string;
  readonly unit: Unit;
}

export interface Row {
  readonly of: Readonly<Record<string, Code>>;
  readonly values: Readonly<Record<string, Figure>>;
}

/** A measure with its numbers, as the server tells it. */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly sql: string;
  readonly source: string;
  readonly asOf: string;
  readonly dimensions: readonly Dimension[];
  readonly values: readonly Value[];
  readonly hasCases: boolean;
  readonly notes?: readonly string[];
  readonly rows: readonly Row[];
}

/** All measures of a group. */
export interface Together {
  readonly asOf: string;
  readonly site: string | null;
  readonly measures: readonly Measure[];
}

/** What there is to choose from. */
export interface Catalogue {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly needs: readonly Code[];
  readonly tracks: readonly Code[];
  /** As `yyyy-MM`, the newest first. */
  readonly reportMonths: readonly string[];
}

/** What is ready for a woman's release. */
export const READY = {
  plan: 'Release plan',
  papers: 'Identity papers',
  housing: 'Place to sleep',
  consent: 'Consent',
  handover: 'Handover accepted',
  appointment: 'First appointment',
} as const;

/** A case in the list behind a number. */
export interface CaseLine {
  readonly caseNumber: string;
  readonly site: Code;
  readonly phase: Code;
  readonly track: Code;
  readonly releaseDate: string | null;
  readonly caseManager: { readonly userId: string; readonly name: string } | null;
  readonly overdueTasks: number;
  readonly openFlags: number;
  readonly ready: Readonly<Record<keyof typeof READY, boolean | null>>;
}

export interface CasesFound {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly cases: readonly CaseLine[];
}
