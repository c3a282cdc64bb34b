import { useEffect, useState } from 'preact/hooks';

interface Tab {
  readonly id: string;
  readonly title: string;
  /** Something about it that one should know before opening it. */
  readonly note?: string;
}

/** The tab that the address names, else the first. */
export function useTab<T extends readonly Tab[]>(tabs: T): T[number]['id'] {
  const named = (): T[number]['id'] => {
    const wanted = location.hash.slice(1);
    return tabs.find(({ id }) => id === wanted)?.id ?? tabs[0]?.id ?? '';
  };
  const [current, setCurrent] = useState(named);
  useEffect(() => {
    const follow = (): void => setCurrent(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return current;
}

/** Parts of a page, each with an address of its own. */
export function Tabs({ tabs, current, label }: { readonly tabs: readonly Tab[]; readonly current: string; readonly label: string }) {
  return (
    <nav class="tabs noPrint" aria-label={label}>
      {tabs.map(({ id, title, note }) => (
        <a href={`#${id}`} {...(id === current ? { 'aria-current': 'true' as const } : {})}>
          {title}
          {note !== undefined && <span class="note"> {note}</span>}
        </a>
      ))}
    </nav>
  );
}
