import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal, askText, send } from '../shared/server';
import { type Decision, of } from './api';
import { DraftKeeper, type Kept, type Standing } from './draft';

/** The reader's own draft of a table. */
export interface MyDraft {
  /** Its text as it is on the screen; undefined while there is none. */
  readonly xml: string | undefined;
  readonly baseVersion: number;
  readonly standing: Standing;
  /** Another number whenever the text was replaced as a whole. */
  readonly drawing: number;
  readonly begin: () => void;
  readonly changed: (xml: string) => void;
  readonly replace: (xml: string) => void;
  readonly discard: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly keepThis: () => Promise<void>;
  readonly takeOther: () => Promise<void>;
  /** What changed since it began is taken over: it goes on from that version. */
  readonly goOnFrom: (version: number) => Promise<void>;
}

/** Keeps the reader's draft of a table on the server while she edits. */
export function useDraft(found: Decision): MyDraft {
  const { id } = found;
  const [xml, setXml] = useState(found.draft?.xml);
  const [standing, setStanding] = useState<Standing>(
    found.draft === undefined ? { state: 'unchanged' } : { state: 'saved', at: found.draft.savedAt },
  );
  const [drawing, setDrawing] = useState(0);
  const base = useRef(found.draft?.baseVersion ?? found.version);
  const make = (revision: number): DraftKeeper => new DraftKeeper(storeOf(id, base), setStanding, revision);
  const keeper = useRef<DraftKeeper>();
  keeper.current ??= make(found.draft?.revision ?? 0);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (keeper.current?.unsaved) event.preventDefault();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void keeper.current?.save();
    };
    addEventListener('beforeunload', ask);
    addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('visibilitychange', hidden);
      void keeper.current?.save();
    };
  }, []);

  const redraw = (text: string | undefined): void => {
    setXml(text);
    setDrawing((before) => before + 1);
  };
  const changed = (text: string): void => {
    setXml(text);
    keeper.current?.changed(text);
  };
  return {
    xml,
    baseVersion: base.current,
    standing,
    drawing,
    begin: () => {
      base.current = found.version;
      redraw(found.xml);
    },
    changed,
    replace: (text) => {
      changed(text);
      setDrawing((before) => before + 1);
    },
    discard: async () => {
      keeper.current?.stop();
      await send('DELETE', of(id, '/draft'), undefined);
      keeper.current = make(0);
      base.current = found.version;
      setStanding({ state: 'unchanged' });
      redraw(undefined);
    },
    save: async () => keeper.current?.save(),
    keepThis: async () => {
      if (standing.state === 'elsewhere') await keeper.current?.keepThis(standing.revision);
    },
    takeOther: async () => {
      if (standing.state !== 'elsewhere') return;
      const other = await askText(of(id, '/text?ref=draft'));
      keeper.current?.stop();
      keeper.current = make(standing.revision);
      setStanding({ state: 'saved', at: standing.at });
      redraw(other);
    },
    goOnFrom: async (version) => {
      if (xml === undefined) return;
      base.current = version;
      keeper.current?.changed(xml);
      await keeper.current?.save();
    },
  };
}

function storeOf(id: string, base: { readonly current: number }) {
  return async (xml: string, revision: number): Promise<Kept> => {
    try {
      const saved = await send<{ revision: number; savedAt: string }>('PUT', of(id, '/draft'), {
        xml,
        baseVersion: base.current,
        revision,
      });
      return { kept: true, ...saved };
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
      return { kept: false, revision: Number(error.problem['revision'] ?? 0), savedAt: String(error.problem['savedAt'] ?? '') };
    }
  };
}
