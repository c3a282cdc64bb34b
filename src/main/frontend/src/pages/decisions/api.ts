/** What an input or output holds; a list only where a table looks into one. */
export type Value = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** Values by the names of inputs or outputs. */
export type Row = Readonly<Record<string, Value>>;

/** Where a table is asked: an element of a process. */
export interface Use {
  readonly process: string;
  readonly processName: string;
  readonly element: string;
  readonly elementName: string;
}

/** Somebody's unfinished text of a table. */
export interface Draft {
  readonly author: string;
  readonly authorName: string;
  readonly savedAt: string;
  readonly baseVersion?: number;
}

/** One table of the list; the counts are those of the last 12 months. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly version: number;
  readonly hitPolicy: string;
  readonly rules: number;
  readonly source: 'packaged' | 'workbench';
  readonly changedBy?: string | null;
  readonly changedByName?: string | null;
  readonly changedAt?: string | null;
  readonly reason?: string | null;
  readonly usedIn: readonly Use[];
  readonly decided: number;
  readonly neverFired: number;
  readonly fellThrough: number;
  readonly packagedWaits: boolean;
  readonly drafts: readonly Draft[];
  readonly proposals: readonly { readonly id: number; readonly state: ProposalState; readonly authorName: string }[];
}

/** All tables. */
export interface Overview {
  readonly mayEdit: boolean;
  readonly decisions: readonly Line[];
}

/** An input or output; without values it is free. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'boolean' | 'number' | 'date' | 'any';
  readonly values: readonly { readonly value: string; readonly meaning?: string | null }[];
}

/** What a table looks at and what it tells. */
export interface Columns {
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
}

/** A rule of the running version and how often it fired in 12 months. */
export interface RuleUse {
  readonly id: string;
  readonly row: number;
  readonly annotation: string;
  readonly fired: number;
}

/** What was deployed once. */
export interface Version {
  readonly version: number;
  readonly source: string;
  readonly author?: string | null;
  readonly authorName?: string | null;
  readonly approver?: string | null;
  readonly approverName?: string | null;
  readonly reason?: string | null;
  readonly at: string;
  readonly emergency?: boolean;
  readonly notRunning?: boolean;
  readonly proposal?: number | null;
}

/** One table with its running text and the reader's draft. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly version: number;
  readonly xml: string;
  readonly hitPolicy: string;
  readonly mayEdit: boolean;
  readonly usedIn: readonly Use[];
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly rules: readonly RuleUse[];
  readonly decided: number;
  readonly fellThrough: number;
  readonly fellThroughCases: readonly string[];
  readonly versions: readonly Version[];
  readonly draft?: { readonly revision: number; readonly baseVersion: number; readonly savedAt: string; readonly xml: string };
  readonly drafts: readonly Draft[];
  readonly proposals: readonly Proposal[];
  readonly packagedWaits: boolean;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something that the checks say about a text. */
export interface Finding {
  readonly severity: Severity;
  readonly kind: string;
  readonly message: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly ruleIds: readonly string[];
  readonly cellId?: string | null;
  readonly example?: Row | null;
}

/** How a golden case ended. */
export interface GoldenResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: readonly Row[];
  readonly got: readonly Row[];
}

/** What the checks of a text found. */
export interface Checks {
  readonly mayBeProposed: boolean;
  readonly proved: boolean;
  readonly findings: readonly Finding[];
  readonly goldenCases: readonly GoldenResult[];
}

/** Which rules fire for some inputs, and what comes out. */
export interface Tried {
  readonly rules: readonly { readonly id: string; readonly row: number }[];
  readonly outputs: readonly Row[];
}

/** An example that a table must always decide so. */
export interface GoldenCase {
  readonly name: string;
  readonly inputs: Row;
  readonly outputs: readonly Row[];
}

/** A table's golden cases as they are kept. */
export interface GoldenCases {
  readonly revision: number;
  readonly cases: readonly GoldenCase[];
  /** They belong to my draft. */
  readonly ofDraft?: boolean;
}

/** Decisions that would end otherwise. */
export interface Changes {
  readonly asked: number;
  readonly changed: number;
  readonly groups: readonly {
    readonly from: Told;
    readonly to: Told;
    readonly count: number;
    readonly cases: readonly string[];
  }[];
}

/** A result: a sentence of the server or the rows themselves. */
export type Told = string | Row | readonly Row[] | null;

/** Whom a text would touch. */
export interface Impact {
  readonly past: Changes;
  readonly open: Changes;
  readonly workload: readonly { readonly role: string; readonly work?: string | null; readonly now: number; readonly then: number }[];
}

/** A replay that runs or ended. */
export interface ImpactJob {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly detail?: string | null;
  readonly result?: Impact | null;
}

/** How two texts of a table differ. */
export interface Difference {
  readonly columns: readonly { readonly change: string; readonly name: string; readonly from?: string | null; readonly to?: string | null }[];
  readonly rules: readonly RuleChange[];
  readonly outcomes: readonly { readonly inputs: Row; readonly from: readonly Row[]; readonly to: readonly Row[] }[];
  readonly outcomesComplete: boolean;
}

/** What happened to a rule. */
export interface RuleChange {
  readonly change: string;
  readonly id: string;
  readonly rowFrom?: number | null;
  readonly rowTo?: number | null;
  readonly cells: readonly { readonly column: string; readonly from?: string | null; readonly to?: string | null }[];
}

/** The table of a new release beside the edited one. */
export interface Packaged {
  readonly waits: boolean;
  readonly cells: readonly {
    readonly rule: string;
    readonly row?: number | null;
    readonly column: string;
    readonly base?: string | null;
    readonly current?: string | null;
    readonly packaged?: string | null;
    readonly conflict: boolean;
  }[];
}

export type ProposalState = 'proposed' | 'approved' | 'released' | 'sentBack' | 'withdrawn' | 'refused';

/** A change that somebody else is asked to approve. */
export interface Proposal {
  readonly id: number;
  readonly decision: string;
  readonly decisionName: string;
  readonly state: ProposalState;
  readonly kind: 'change' | 'back' | 'packaged';
  readonly emergency: boolean;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly proposedAt: string;
  readonly effectiveAt?: string | null;
  readonly decidedBy?: string | null;
  readonly decidedByName?: string | null;
  readonly decidedAt?: string | null;
  readonly answer?: string | null;
  readonly baseVersion: number;
  readonly releasedVersion?: number | null;
  readonly checks?: Checks | null;
  readonly impact?: Impact | null;
  readonly impactRun?: string | null;
  readonly taskId?: string | null;
  /** What becomes of golden cases, a line each. */
  readonly goldenCases: readonly string[];
}

/** The address of a table's API. */
export function of(id: string, part = ''): string {
  return `/api/decisions/${encodeURIComponent(id)}${part}`;
}
