/** A step of a process: how long it takes, and who waits there. Days. */
export interface Step {
  readonly activityId: string;
  readonly name: string;
  readonly waitingNow: number;
  readonly longestWaitDays?: number;
  readonly done: number;
  readonly medianDays?: number;
  readonly p90Days?: number;
}

/** A process of a case. */
export interface Instance {
  readonly id: string;
  readonly processKey: string;
  readonly definitionId: string;
  readonly caseNumber: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly endState: string;
}

export interface Visit {
  readonly activityId: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly canceled: boolean;
}

/** The way that one process of a case took. */
export interface Path {
  readonly definitionId: string;
  readonly process: string;
  readonly caseNumber: string;
  /** What people call its steps, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly activities: readonly Visit[];
  readonly flows: readonly string[];
}

/** A decision about a case; without rules where they would tell of her. */
export interface Decision {
  readonly decision: string;
  readonly version: number;
  readonly decidedAt: string;
  readonly rules?: readonly { readonly id: string; readonly annotation: string }[];
}

export interface ProcessName {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly definitionId: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly more: boolean;
}

/** The key in the id of a definition: "admission:3:4711". */
export function keyOf(definitionId: string): string {
  return definitionId.split(':')[0] ?? definitionId;
}
