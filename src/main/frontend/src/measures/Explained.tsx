import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Measure } from './model';

/** "?" beside a title: what is counted, where the rule comes from, and the question that the database is asked. */
export function Explained({ measure }: { readonly measure: Measure }) {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  return (
    <>
      <button
        type="button"
        class="explain noPrint"
        aria-label={`What is “${measure.title}”?`}
        title="What is counted?"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {open && (
        <dialog
          ref={dialog}
          aria-labelledby={title}
          onClose={() => setOpen(false)}
          onClick={(event) => {
            if (event.target === dialog.current) dialog.current?.close();
          }}
        >
          <h2 id={title} tabIndex={-1} autofocus>
            {measure.title}
          </h2>
          <p>{measure.words}</p>
          {measure.notes?.map((note) => <p>{note}</p>)}
          <h3>Where the rule comes from</h3>
          <p>{measure.source}</p>
          <h3>The question to the database</h3>
          <pre tabIndex={0} aria-label="SQL">
            {measure.sql}
          </pre>
          <button type="button" class="main" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </dialog>
      )}
    </>
  );
}
