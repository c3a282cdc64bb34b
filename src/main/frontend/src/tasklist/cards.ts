/** An open urgent flag on a case. */
export interface Flag {
  readonly label: string;
  readonly severity: 'immediate' | 'urgent' | 'priority';
}

/** Who a task is about, from the record; a reader without rights to the case gets the case number alone. */
export interface Card {
  readonly caseNumber: string;
  readonly womanName?: string;
  readonly prisonNumber?: string;
  readonly releaseDate?: string;
  readonly released?: boolean;
  readonly today: string;
  readonly flags: readonly Flag[];
}

type Cards = Readonly<Record<string, Card>>;

/** Asks the server for the cards of many tasks at once. */
export type AskForCards = (taskIds: readonly string[]) => Promise<Cards>;

const FRESH_FOR = 20_000;
const GATHER_FOR = 30;

/**
 * Gathers what the list asks for within a moment into one call, and remembers the answers for a few seconds, since
 * Tasklist draws each card anew at every refresh.
 */
export class CardDesk {
  readonly #ask: AskForCards;
  readonly #answers = new Map<string, { readonly at: number; readonly card: Promise<Card | undefined> }>();
  #waiting: { ids: string[]; cards: Promise<Cards> } | undefined;

  constructor(ask: AskForCards) {
    this.#ask = ask;
  }

  /** The card of that task; nothing when the task is about no woman or cannot be seen by this user. */
  card(taskId: string): Promise<Card | undefined> {
    const known = this.#answers.get(taskId);
    if (known !== undefined && Date.now() - known.at < FRESH_FOR) {
      return known.card;
    }
    const card = this.#gather(taskId).then((cards) => cards[taskId]);
    this.#answers.set(taskId, { at: Date.now(), card });
    card.catch(() => this.#answers.delete(taskId));
    return card;
  }

  /** Forgets everything, as when another user signs in. */
  forget(): void {
    this.#answers.clear();
  }

  #gather(taskId: string): Promise<Cards> {
    if (this.#waiting === undefined) {
      const ids: string[] = [];
      const cards = new Promise<void>((later) => setTimeout(later, GATHER_FOR)).then(() => {
        this.#waiting = undefined;
        return this.#ask(ids);
      });
      this.#waiting = { ids, cards };
    }
    this.#waiting.ids.push(taskId);
    return this.#waiting.cards;
  }
}

/** Asks the application, as the signed-in user. */
export const askTheServer: AskForCards = async (taskIds) => {
  const response = await fetch('/api/tasks/cards', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': sessionToken() },
    body: JSON.stringify({ taskIds }),
  });
  if (!response.ok) {
    throw new Error(`The cards of ${taskIds.length} tasks were not given: HTTP ${response.status}.`);
  }
  return ((await response.json()) as { readonly cards: Cards }).cards;
};

/** The session's token, which every changing request carries. */
export function sessionToken(): string {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return decodeURIComponent(cookie?.slice('XSRF-TOKEN='.length) ?? '');
}
