import { useEffect, useRef } from 'preact/hooks';
import type { Catalogue } from './model';
import type { Where } from './where';

interface Props {
  readonly where: Where;
  readonly catalogue: Catalogue;
  readonly go: (change: Readonly<Record<string, string>>) => void;
}

/** What narrows the numbers of a screen. */
export function Filters({ where, catalogue, go }: Props) {
  const { view, asked } = where;
  const { sites, tracks, needs } = catalogue;
  return (
    <form class="filters" aria-label="Which women" onSubmit={(event) => event.preventDefault()}>
      {sites.length > 1 ? (
        <Choice
          name="Site"
          all="All sites"
          codes={sites.map(({ id, name }) => ({ code: id, label: name }))}
          chosen={asked['site']}
          choose={(site) => go({ site })}
        />
      ) : (
        <p class="onlySite">
          Site: <strong>{sites[0]?.name}</strong>
        </p>
      )}
      {(view === 'outcomes' || view === 'flow') && (
        <>
          <Choice name="Track" all="All tracks" codes={tracks} chosen={asked['track']} choose={(track) => go({ track })} />
          {view === 'outcomes' && (
            <Choice name="Lynch-pin need" all="All needs" codes={needs} chosen={asked['need']} choose={(need) => go({ need })} />
          )}
          <Day name="From" chosen={asked['from']} choose={(from) => go({ from })} />
          <Day name="To" chosen={asked['to']} choose={(to) => go({ to })} />
        </>
      )}
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly all?: string;
  readonly codes: readonly { readonly code: string | null; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly choose: (code: string) => void;
}

const REDRAWN_WITHIN = 2000;

let lastChosen: { readonly name: string; readonly at: number } | undefined;

/** One of some codes, or all. Cockpit draws its page anew after each choice; the keyboard stays where it was. */
export function Choice({ name, all, codes, chosen, choose }: ChoiceProps) {
  const box = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (lastChosen?.name === name && Date.now() - lastChosen.at < REDRAWN_WITHIN) box.current?.focus();
  }, []);
  const take = (code: string): void => {
    lastChosen = { name, at: Date.now() };
    choose(code);
  };
  return (
    <label>
      <span>{name}</span>
      <select ref={box} value={chosen ?? ''} onChange={(event) => take(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {codes.map(({ code, label }) => (
          <option value={code ?? ''}>{label}</option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly name: string;
  readonly chosen: string | undefined;
  readonly choose: (day: string) => void;
}

function Day({ name, chosen, choose }: DayProps) {
  return (
    <label>
      <span>{name}</span>
      <input type="date" value={chosen ?? ''} onChange={(event) => choose(event.currentTarget.value)} />
    </label>
  );
}
