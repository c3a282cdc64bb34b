import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hasTasks, readsCases, readsMeasures, readsTables, reports, seesCockpit } from '../../session/person';
import { type Refusal, type Session, signOut, whoIsHere } from './server';
import './page.css';
import './dialog.css';

export type Place = 'cases' | 'case' | 'overview' | 'decisions' | 'import' | 'staff' | 'messages' | 'notifications' | 'calendar';

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
          {session && readsCases(session) && (
            <NavLink href="/cases" name="Cases" current={place === 'cases' || place === 'case'} />
          )}
          {session && readsMeasures(session) && (
            <NavLink href="/overview" name="Overview" current={place === 'overview'} />
          )}
          {session && hasTasks(session) && (
            <NavLink href="/camunda/app/tasklist/default/" name="Tasklist" current={false} />
          )}
          {session && readsTables(session) && (
            <NavLink href="/decisions" name="Decisions" current={place === 'decisions'} />
          )}
          {session && seesCockpit(session) && (
            <NavLink href="/camunda/app/cockpit/default/" name="Cockpit" current={false} />
          )}
          {session && reports(session) && (
            <NavLink href="/admissions/import" name="Import admissions" current={place === 'import'} />
          )}
          {session?.groups.includes('camunda-admin') && (
            <>
              <NavLink href="/staff" name="Case managers" current={place === 'staff'} />
              <NavLink href="/admin/messages" name="Messages" current={place === 'messages'} />
            </>
          )}
          {session && session.sites.length > 0 && (
            <NavLink href="/calendar" name="Calendar" current={place === 'calendar'} />
          )}
          <NavLink href="/notifications" name="Notifications" current={place === 'notifications'} />
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
export function Problem({ refusal, again }: { readonly refusal: Refusal; readonly again?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>{refusal.message}</p>
      {again && refusal.mayPass && (
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
