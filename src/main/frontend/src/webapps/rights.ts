const CLASS = 'throughcare-tables-only';

/** Whether somebody owns tables and watches over nothing else: the lists of tasks and deployments refuse her. */
export function ownsTablesOnly(groups: readonly string[]): boolean {
  return groups.includes('analyst') && !groups.includes('manager') && !groups.includes('camunda-admin');
}

/** Marks the page with what the signed-in person may use, now and after each sign-in. */
export function showWhatIsHers(page: Window): void {
  const mark = async (): Promise<void> => {
    const response = await fetch('/api/session', { headers: { Accept: 'application/json' } });
    const { groups } = response.ok ? ((await response.json()) as { readonly groups: readonly string[] }) : { groups: [] };
    page.document.documentElement.classList.toggle(CLASS, ownsTablesOnly(groups));
  };
  const look = (): void => void mark().catch(() => undefined);
  page.addEventListener('hashchange', (event) => {
    if (event.oldURL.includes('#/login')) look();
  });
  look();
}
