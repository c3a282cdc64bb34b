import type { Person } from '../../session/person';
import { tellOtherTabs } from '../../session/tabs';
import { leaveNothing } from './SignedOut';

/** The server said no, in words that a person understands. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
    /** Everything that the server told about it. */
    readonly problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** Whether asking once more may help: nobody answered, or something broke there. */
  get mayPass(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** What went wrong, as it is told to people. */
export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal
    ? error
    : new Refusal(0, 'The server cannot be reached. Check the connection and try again.');
}

/** Who is signed in. */
export interface Session extends Person {
  readonly userId: string;
  /** After so many seconds without her the session is over. */
  readonly idleSeconds: number;
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

/** Reads a text that is no JSON. */
export async function askText(path: string, signal?: AbortSignal): Promise<string> {
  return (await accepted(await fetch(path, signal ? { signal } : {}))).text();
}

/** Sends, with the session's token. */
export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, content: unknown, signal?: AbortSignal): Promise<T> {
  return sendText(method, path, 'application/json', JSON.stringify(content), signal);
}

/** Sends a text of another type than JSON, with the session's token. */
export async function sendText<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  type: string,
  content: string | undefined,
  signal?: AbortSignal,
): Promise<T> {
  const { token } = await whoIsHere();
  return answer<T>(
    await fetch(path, {
      method,
      headers: { 'Content-Type': type, Accept: 'application/json', 'X-XSRF-TOKEN': token ?? '' },
      ...(content === undefined ? {} : { body: content }),
      ...(signal ? { signal } : {}),
    }),
  );
}

/** Sends a file and takes an answer that comes line by line. */
export async function stream(path: string, content: FormData): Promise<ReadableStream<Uint8Array>> {
  const { token } = await whoIsHere();
  const response = await accepted(
    await fetch(path, {
      method: 'POST',
      headers: { Accept: 'application/x-ndjson', 'X-XSRF-TOKEN': token ?? '' },
      body: content,
    }),
  );
  return response.body ?? new ReadableStream();
}

async function answer<T>(response: Response): Promise<T> {
  const text = await (await accepted(response)).text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function accepted(response: Response): Promise<Response> {
  if (response.status === 401) {
    leaveNothing();
    throw new Refusal(401, 'You are signed out. Sign in again.');
  }
  if (!response.ok) throw refusal(response.status, await response.text());
  return response;
}

function refusal(status: number, text: string): Refusal {
  try {
    const problem = JSON.parse(text) as { readonly detail?: string; readonly field?: string };
    return new Refusal(status, problem.detail ?? 'The server did not say why.', problem.field, problem);
  } catch {
    return new Refusal(status, 'The server gave no readable answer. Try again.');
  }
}

/** Ends the session, on this page and in the web applications, and leaves nothing on the screen. */
export async function signOut(): Promise<void> {
  const { token } = await whoIsHere();
  await fetch('/camunda/api/admin/auth/user/default/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token ?? '' } });
  leaveNothing();
  tellOtherTabs();
  location.replace('/camunda/app/tasklist/default/');
}
