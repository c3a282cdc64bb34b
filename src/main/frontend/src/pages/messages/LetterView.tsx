import { useEffect, useRef } from 'preact/hooks';
import type { Letter } from './message';

/** A letter as its reader sees it, in plain text and as a page. */
export function LetterView({
  title,
  letter,
  close,
}: {
  readonly title: string;
  readonly letter: Letter;
  readonly close?: () => void;
}) {
  return (
    <article class="letter">
      <h3>
        {title}
        {close && (
          <button type="button" class="quiet" onClick={close}>
            Close
          </button>
        )}
      </h3>
      <p>
        <span class="soft">Subject:</span> {letter.subject}
      </p>
      <div class="both">
        <pre tabIndex={0} aria-label={`${title}, plain text`}>
          {letter.text}
        </pre>
        <Page html={letter.html} name={`${title}, as a page`} />
      </div>
    </article>
  );
}

/** The letter's page, apart from the styles of this one. */
function Page({ html, name }: { readonly html: string; readonly name: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const page = document.createElement('div');
    page.style.cssText = body.style.cssText;
    page.append(...body.childNodes);
    root.replaceChildren(page);
  }, [html]);
  return <div class="page" role="group" aria-label={name} ref={place} />;
}
