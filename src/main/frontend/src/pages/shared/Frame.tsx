import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Session, signOut, whoIsHere } from './server';
import './page.css';
import './dialog.css';

type Place = 'cases' | 'staff';

/** What is on every page: where one can go, who is signed in, and the page itself. */
export function Frame({ place, children }: { readonly place: Place; readonly children: ComponentChildren }) {
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    whoIsHere().then(setSession, () => undefined);
  }, []);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <span class="brand" aria-hidden="true" />
        <strong>Throughcare</strong>
        <nav aria-label="Pages">
          <NavLink href="/cases" name="Cases" current={place === 'cases'} />
          <NavLink href="/camunda/app/tasklist/default/" name="Tasklist" current={false} />
          {session?.groups.includes('camunda-admin') && (
            <NavLink href="/staff" name="Staff" current={place === 'staff'} />
          )}
        </nav>
        {session && (
          <span class="who">
            {session.userId}
            <button type="button" class="quiet" onClick={() => void signOut()}>
              Sign out
            </button>
          </span>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function NavLink({ href, name, current }: { readonly href: string; readonly name: string; readonly current: boolean }) {
  return (
    <a href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
      {name}
    </a>
  );
}

/** Something did not work: what, and what to do. */
export function Problem({ text, again }: { readonly text: string; readonly again?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>{text}</p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** While something is on its way; said to screen readers once. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p class="loading" role="status">
      {what} …
    </p>
  );
}
