import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask } from '../shared/server';
import { StaffDialog } from './StaffDialog';
import type { StaffLine } from './line';
import './staff.css';

/** Who carries cases: where, how much, and whether she does now. */
export function StaffPage() {
  const [lines, setLines] = useState<readonly StaffLine[]>();
  const [problem, setProblem] = useState<Refusal>();
  const [open, setOpen] = useState<StaffLine>();
  const [said, setSaid] = useState('');

  const read = (): void => {
    setProblem(undefined);
    ask<readonly StaffLine[]>('/api/staff').then(setLines, (error: unknown) =>
      setProblem(asRefusal(error)),
    );
  };
  useEffect(read, []);

  const sites = new Map((lines ?? []).map((line) => [line.site, line.siteName]));
  return (
    <>
      <h1>Case managers</h1>
      {lines !== undefined && (
        <p>
          Cases are given only to those who are entered here and active. Users and groups are kept under{' '}
          <a href="/camunda/app/admin/default/#/users">Admin</a>; whoever is in a case managers’ group appears here.
        </p>
      )}
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {lines === undefined && problem === undefined && <Loading what="Reading the list" />}
      {lines?.length === 0 && <p class="empty">Nobody is in a case managers’ group yet.</p>}
      <p class="said" role="status">
        {said}
      </p>
      {[...sites].map(([site, name]) => (
        <section class="site" aria-labelledby={`site-${site}`}>
          <h2 id={`site-${site}`}>{name}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">User</th>
                <th scope="col">Works</th>
                <th scope="col">Gets cases</th>
                <th scope="col">
                  <span class="hidden">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {(lines ?? [])
                .filter((line) => line.site === site)
                .map((line) => (
                  <tr>
                    <th scope="row">{line.displayName}</th>
                    <td>{line.userId}</td>
                    <td>{line.entered ? (line.workingPattern === 'part' ? 'Part time' : 'Full time') : ''}</td>
                    <td>
                      <Standing line={line} />
                    </td>
                    <td class="change">
                      <button type="button" onClick={() => setOpen(line)}>
                        {line.entered ? 'Change' : 'Enter'}
                        <span class="hidden"> {line.displayName}</span>
                      </button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
      {open !== undefined && (
        <StaffDialog
          line={open}
          sites={[...sites]}
          close={(saved) => {
            setOpen(undefined);
            if (saved) {
              setSaid(`Saved: ${open.userId}.`);
              read();
            }
          }}
        />
      )}
    </>
  );
}

function Standing({ line }: { readonly line: StaffLine }) {
  if (!line.entered) return <span class="mark warning">Not entered yet</span>;
  if (line.active !== true) return <span class="mark">No, not active</span>;
  if (line.woman !== true) return <span class="mark">No, not a woman</span>;
  return <span class="mark good">Yes</span>;
}
