/** What became of a message, or will. */
export type State = 'waiting' | 'sent' | 'filed' | 'refused' | 'noAddress' | 'givenUp' | 'withdrawn';

/** A message without its words. */
export interface Message {
  readonly id: number;
  readonly state: State;
  readonly template: string;
  readonly recipient: string;
  readonly references: readonly string[];
  readonly writtenAt: string;
  readonly tries: number;
  readonly nextTryAt?: string;
  readonly lastAnswer?: string;
}

/** The newest messages, and how many there are of each state. */
export interface Messages {
  readonly mailServer: boolean;
  readonly counts: Readonly<Partial<Record<State, number>>>;
  readonly messages: readonly Message[];
}

/** What the recipient reads. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A letter of each kind, as it looks. */
export interface Preview {
  readonly template: string;
  readonly letter: Letter;
}

/** The states in the order in which somebody has to look, in words. */
export const STATES: ReadonlyMap<State, string> = new Map([
  ['givenUp', 'Given up'],
  ['refused', 'Address refused'],
  ['noAddress', 'No address'],
  ['waiting', 'Waiting'],
  ['sent', 'Sent'],
  ['filed', 'In the folder'],
  ['withdrawn', 'Taken back'],
]);

/** How that state is marked. */
export function markOf(state: State): string {
  switch (state) {
    case 'givenUp':
    case 'refused':
      return 'mark danger';
    case 'noAddress':
      return 'mark warning';
    case 'sent':
    case 'filed':
      return 'mark good';
    default:
      return 'mark';
  }
}

/** Whether it can be tried again by hand. */
export function hasFailed(state: State): boolean {
  return state === 'givenUp' || state === 'refused' || state === 'noAddress';
}
