import { render } from 'preact';

/** Takes everything off the page, for who sits down next at this screen. */
export function leaveNothing(): void {
  const root = document.getElementById('page');
  if (root === null) return;
  render(<SignedOut />, root);
  document.title = 'Signed out · Throughcare';
}

function SignedOut() {
  return (
    <main class="signedOut">
      <h1>You are signed out</h1>
      <p>Nothing about anybody is left on this screen. What was not saved is lost.</p>
      <button type="button" class="main" onClick={() => location.reload()}>
        Sign in again
      </button>
    </main>
  );
}
