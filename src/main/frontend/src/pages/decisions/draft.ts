/** How it stands with what was changed on this screen. */
export type Standing =
  | { readonly state: 'unchanged' }
  | { readonly state: 'changed' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'elsewhere'; readonly revision: number; readonly at: string };

/** What the server said to a text that was sent. */
export type Kept =
  | { readonly kept: true; readonly revision: number; readonly savedAt: string }
  | { readonly kept: false; readonly revision: number; readonly savedAt: string };

type Store = (xml: string, revision: number) => Promise<Kept>;

const AFTER_A_CHANGE = 2_000;
const AFTER_A_FAILURE = 10_000;

/** Saves a draft a moment after each change, never over one that was saved elsewhere meanwhile. */
export class DraftKeeper {
  private waiting: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private held = false;
  private stopped = false;

  constructor(
    private readonly store: Store,
    private readonly tell: (standing: Standing) => void,
    private revision: number,
  ) {}

  /** Whether something on the screen is not on the server. */
  get unsaved(): boolean {
    return this.waiting !== undefined || this.sending !== undefined;
  }

  changed(xml: string): void {
    if (this.stopped) return;
    this.waiting = xml;
    if (this.held) return;
    this.tell({ state: 'changed' });
    this.saveIn(AFTER_A_CHANGE);
  }

  /** Saves at once what waits; ends when it is on the server or was refused. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    if (this.waiting === undefined || this.held || this.stopped) return;
    this.sending = this.send(this.waiting).finally(() => (this.sending = undefined));
    await this.sending;
  }

  /** This screen's text wins over the one that was saved elsewhere. */
  async keepThis(revision: number): Promise<void> {
    this.revision = revision;
    this.held = false;
    await this.save();
  }

  /** Saves no more: the draft is discarded or the page is left. */
  stop(): void {
    this.stopped = true;
    this.waiting = undefined;
    clearTimeout(this.timer);
  }

  private saveIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), milliseconds);
  }

  private async send(xml: string): Promise<void> {
    this.tell({ state: 'saving' });
    try {
      const { kept, revision, savedAt } = await this.store(xml, this.revision);
      if (!kept) {
        this.held = true;
        this.tell({ state: 'elsewhere', revision, at: savedAt });
        return;
      }
      this.revision = revision;
      if (this.waiting === xml) this.waiting = undefined;
      this.tell(this.waiting === undefined ? { state: 'saved', at: savedAt } : { state: 'changed' });
      if (this.waiting !== undefined) this.saveIn(AFTER_A_CHANGE);
    } catch (error) {
      this.tell({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
      this.saveIn(AFTER_A_FAILURE);
    }
  }
}
