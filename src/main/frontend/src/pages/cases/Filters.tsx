import { words } from '../shared/words';
import { PHASES, TRACKS, UNASSIGNED, type Wish } from './search';

/** Somebody who may own cases. */
export interface Manager {
  readonly userId: string;
  readonly name: string;
}

interface Props {
  readonly wish: Wish;
  readonly me: string;
  readonly managers: readonly Manager[];
  readonly change: (wish: Wish) => void;
}

/** What narrows the list. */
export function Filters({ wish, me, managers, change }: Props) {
  const set = (part: Partial<Wish>): void => change({ ...wish, ...part });
  return (
    <div class="filters">
      <Choice label="Phase" value={wish.phase} choose={(phase) => set({ phase })}>
        {[['', 'Any'], ...PHASES.map((phase) => [phase, words('phase', phase)] as const)]}
      </Choice>
      <Choice label="Track" value={wish.track} choose={(track) => set({ track })}>
        {[['', 'Any'], ...TRACKS.map((track) => [track, words('track', track)] as const)]}
      </Choice>
      <Choice label="Release" value={wish.release} choose={(release) => set({ release: release as Wish['release'] })}>
        {[
          ['', 'Any time'],
          ['12', 'Within 12 weeks'],
          ['24', 'Within 24 weeks'],
          ['unknown', 'Date not known'],
        ]}
      </Choice>
      <Choice label="Case manager" value={wish.caseManager} choose={(caseManager) => set({ caseManager })}>
        {[
          ['', 'Anybody'],
          ...(managers.some((manager) => manager.userId === me) ? [[me, 'Me'] as const] : []),
          [UNASSIGNED, 'Nobody yet'],
          ...managers.filter((manager) => manager.userId !== me).map(({ userId, name }) => [userId, name] as const),
        ]}
      </Choice>
      <Choice label="Cases" value={wish.status} choose={(status) => set({ status: status as Wish['status'] })}>
        {[
          ['open', 'Open'],
          ['closed', 'Closed'],
          ['', 'Open and closed'],
        ]}
      </Choice>
      <div class="ticks">
        <Tick label="Urgent flags" on={wish.openFlags} set={(openFlags) => set({ openFlags })} />
        <Tick label="Overdue" on={wish.overdue} set={(overdue) => set({ overdue })} />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: readonly (readonly [string, string] | readonly string[])[];
}

function Choice({ label, value, choose, children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} class={value === '' || value === 'open' ? '' : 'narrows'} onChange={(event) => choose(event.currentTarget.value)}>
        {children.map(([option, text]) => (
          <option value={option}>{text}</option>
        ))}
      </select>
    </label>
  );
}

function Tick({ label, on, set }: { readonly label: string; readonly on: boolean; readonly set: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
