/** What is asked for; the reason is added when it is to be done. */
export type Request = Readonly<Record<string, unknown>>;

/** What would happen, or happened, to one. */
export interface Result {
  readonly item: string;
  readonly caseNumber?: string;
  readonly outcome: 'waiting' | 'done' | 'refused';
  readonly message?: string;
}

/** How far it is. */
export interface Progress {
  readonly id: string;
  readonly kind: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: 'running' | 'done';
  readonly done: number;
  readonly refused: number;
  readonly total: number;
  readonly results: readonly Result[];
}
