/** Which of the measures' screens is shown. */
export type View = 'overview' | 'flow' | 'outcomes' | 'supervision' | 'cases';

/** Where the reader is: it stands in the address, so that she can go back, and send it to a colleague. Codes only. */
export interface Where {
  readonly view: View;
  readonly asked: Readonly<Record<string, string>>;
}

const VIEWS: readonly View[] = ['overview', 'flow', 'outcomes', 'supervision', 'cases'];
const FILTERS = ['site', 'track', 'need', 'from', 'to'];

/** Reads the part of an address after "#", such as `#/measures/outcomes?site=north`; the overview when it says nothing. */
export function whereIs(hash: string): Where {
  const [path = '', question = ''] = hash.replace(/^#/, '').split('?');
  const view = VIEWS.find((known) => path === `/measures/${known}`) ?? 'overview';
  return { view, asked: Object.fromEntries([...new URLSearchParams(question)].filter(([, value]) => value !== '')) };
}

/** The address of a screen; the same in Cockpit and on the product's own page. */
export function hashOf({ view, asked }: Where): string {
  return `#/measures/${view}${question(asked)}`;
}

/** As the part of an address that begins with "?"; what is empty is left out. */
export function question(asked: Readonly<Record<string, string | null | undefined>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What narrows all numbers of a screen. */
export function filtersOf(asked: Where['asked']): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => FILTERS.includes(key)));
}

/** The same place with something else asked for; a list begins at its first page again. */
export function asking({ view, asked }: Where, change: Readonly<Record<string, string>>): Where {
  const { page: _page, ...rest } = asked;
  return { view, asked: Object.fromEntries(Object.entries({ ...rest, ...change }).filter(([, value]) => value !== '')) };
}
