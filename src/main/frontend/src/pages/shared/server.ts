/** The server said no, in words that a person understands. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Who is signed in. */
export interface Session {
  readonly userId: string;
  readonly groups: readonly string[];
  readonly sites: readonly string[];
  readonly token?: string;
}

let session: Promise<Session> | undefined;

/** The signed-in person; asked once a page. */
export function whoIsHere(): Promise<Session> {
  session ??= ask<Session>('/api/session');
  return session;
}

/** Reads; nothing about a woman but her case number stands in an address. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(path, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) }));
}

/** Sends, with the session's token. */
export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, content: unknown, signal?: AbortSignal): Promise<T> {
  const { token } = await whoIsHere();
  return answer<T>(
    await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': token ?? '' },
      body: JSON.stringify(content),
      ...(signal ? { signal } : {}),
    }),
  );
}

async function answer<T>(response: Response): Promise<T> {
  if (response.status === 401) {
    signIn();
    throw new Refusal(401, 'You are signed out. Sign in again.');
  }
  const text = await response.text();
  if (!response.ok) throw refusal(response.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function refusal(status: number, text: string): Refusal {
  try {
    const problem = JSON.parse(text) as { readonly detail?: string; readonly field?: string };
    return new Refusal(status, problem.detail ?? 'The server did not say why.', problem.field);
  } catch {
    return new Refusal(status, 'The server gave no readable answer. Try again.');
  }
}

/** The address itself asks to sign in and leads back here. */
function signIn(): void {
  document.getElementById('page')?.replaceChildren();
  location.reload();
}

/** Ends the session, on this page and in the web applications, and leaves nothing on the screen. */
export async function signOut(): Promise<void> {
  const { token } = await whoIsHere();
  await fetch('/camunda/api/admin/auth/user/default/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token ?? '' } });
  document.getElementById('page')?.replaceChildren();
  location.replace('/camunda/app/tasklist/default/');
}
