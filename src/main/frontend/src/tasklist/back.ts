const PAGE = /^\/(cases|staff|decisions|admissions|notifications|admin)(\/[A-Za-z0-9_-]+)*\/?$/;

/** The page of ours from which somebody was sent here to sign in; nothing when the address names no such page. */
export function pageToGoBackTo(search: string): string | undefined {
  const page = new URLSearchParams(search).get('back');
  return page !== null && PAGE.test(page) ? page : undefined;
}

/** Goes back there as soon as somebody is signed in. */
export function goBackOnceSignedIn(window: Window): void {
  const page = pageToGoBackTo(window.location.search);
  if (page === undefined) return;
  const tryIt = (): void => {
    fetch('/api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } }).then(
      (response) => {
        if (response.ok) window.location.replace(page);
      },
      () => undefined,
    );
  };
  window.addEventListener('hashchange', () => {
    if (!window.location.hash.startsWith('#/login')) tryIt();
  });
  tryIt();
}
