import { type Person, operates, ownsTablesOnly, readsCases, readsMeasures } from '../session/person';

/** What a page is marked with; the style sheets hide what is not hers. */
const MARKS: Readonly<Record<string, (person: Person) => boolean>> = {
  'throughcare-tables-only': ownsTablesOnly,
  'throughcare-no-cases': (person) => !readsCases(person),
  'throughcare-no-measures': (person) => !readsMeasures(person),
  'throughcare-no-operations': (person) => !operates(person),
  'throughcare-no-site': ({ sites }) => sites.length === 0,
};

/** Marks the page with what the signed-in person may use, now and after each sign-in. */
export function showWhatIsHers(page: Window): void {
  const mark = async (): Promise<void> => {
    const response = await fetch('/api/session', { headers: { Accept: 'application/json' } });
    if (!response.ok) return;
    const person = (await response.json()) as Person;
    for (const [name, applies] of Object.entries(MARKS)) {
      page.document.documentElement.classList.toggle(name, applies(person));
    }
  };
  const look = (): void => void mark().catch(() => undefined);
  page.addEventListener('hashchange', (event) => {
    if (event.oldURL.includes('#/login')) look();
  });
  look();
}
