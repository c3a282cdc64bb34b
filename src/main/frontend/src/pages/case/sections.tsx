import type { ComponentChildren, VNode } from 'preact';
import { dayInWords, dayOf, momentInWords } from '../shared/times';
import { spoken, words } from '../shared/words';
import { DecisionReasons } from './DecisionReasons';
import type { Case, Consent, Contacts, Need, Objective, Referral, Step, TaskLine } from './read';

/** A part of the page with its place in the list of contents. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: VNode;
}

/** The parts that this reader sees, in the order in which staff need them. */
export function sectionsOf(found: Case): readonly Part[] {
  const parts: (Part | undefined)[] = [
    found.tasks && { id: 'tasks', title: 'Open tasks', content: <Tasks lines={found.tasks} zone={found.zone} /> },
    found.plan && { id: 'plan', title: 'Plan', content: <Plan found={found} /> },
    found.programmes && {
      id: 'programmes',
      title: 'Programmes',
      content: <Programmes steps={found.programmes} zone={found.zone} />,
    },
    found.referrals && {
      id: 'referrals',
      title: 'Referrals',
      content: <Referrals lines={found.referrals.items} withheld={found.referrals.withheld} zone={found.zone} />,
    },
    found.consents && {
      id: 'consents',
      title: 'Consents',
      content: <Consents lines={found.consents} zone={found.zone} />,
    },
    found.contacts && {
      id: 'contacts',
      title: 'Contacts',
      content: <ContactList contacts={found.contacts} zone={found.zone} />,
    },
    found.decisions && {
      id: 'decisions',
      title: 'Decisions',
      content: (
        <>
          {found.decisions.items.map((decision) => (
            <details>
              <summary>
                <strong>{words('decision', decision.decision)}</strong>{' '}
                <span class="soft">{momentInWords(decision.at, found.zone)}</span>
              </summary>
              <DecisionReasons version={decision.version} inputs={decision.inputs} rules={decision.rules} />
            </details>
          ))}
          <Nothing
            when={found.decisions.items.length === 0 && found.decisions.withheld === 0}
            text="No table has decided anything yet."
          />
          <More number={found.decisions.withheld} what="decision" />
        </>
      ),
    },
  ];
  return parts.filter((part) => part !== undefined);
}

function Nothing({ when, text }: { readonly when: boolean; readonly text: string }) {
  return when ? <p class="soft">{text}</p> : null;
}

function More({ number, what }: { readonly number: number; readonly what: string }) {
  return number === 0 ? null : (
    <p class="soft">
      {number} more {what}
      {number === 1 ? ' is' : 's are'} not shown to you.
    </p>
  );
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ComponentChildren }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Tasks({ lines, zone }: { readonly lines: readonly TaskLine[]; readonly zone: string }) {
  const named = lines.filter((task) => task.name !== undefined);
  return (
    <>
      <Nothing when={lines.length === 0} text="Nothing is open." />
      {named.length > 0 && (
        <Table heads={['Task', 'For', 'Due']}>
          {named.map((task) => (
            <tr>
              <td>
                {task.id === undefined ? (
                  task.name
                ) : (
                  <a href={`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(task.id)}`}>{task.name}</a>
                )}
                {task.service !== undefined && <div class="soft">{words('service', task.service)}</div>}
              </td>
              <td>{forWhom(task)}</td>
              <td class={task.overdue ? 'late' : ''}>
                {task.dueAt === undefined ? '' : momentInWords(task.dueAt, zone)}
                {task.overdue && ', overdue'}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <OtherTasks lines={lines.filter((task) => task.name === undefined)} />
    </>
  );
}

function forWhom(task: TaskLine): string {
  return task.person ?? task.roles.map((role) => words('other', role)).join(', ');
}

/** Tasks that are not hers to know: how many, for whom, and whether somebody is late. */
function OtherTasks({ lines }: { readonly lines: readonly TaskLine[] }) {
  if (lines.length === 0) return null;
  const people = new Map<string, number>();
  for (const task of lines) people.set(forWhom(task), (people.get(forWhom(task)) ?? 0) + 1);
  const late = lines.filter((task) => task.overdue).length;
  return (
    <p class="soft">
      {lines.length === 1 ? 'One more task is' : `${lines.length} more tasks are`} open for others:{' '}
      {[...people].map(([who, number]) => (number === 1 ? who : `${who} (${number})`)).join(', ')}.
      {late > 0 && ` ${late} of them ${late === 1 ? 'is' : 'are'} overdue.`}
    </p>
  );
}

function Plan({ found }: { readonly found: Case }) {
  const needs = found.needs?.items.filter((need) => need.status !== 'notAssessed' || (need.level ?? 'none') !== 'none') ?? [];
  const objectives = found.objectives?.items ?? [];
  const answers = found.plan ?? [];
  return (
    <>
      {answers.length > 0 && (
        <dl class="answers">
          {answers.map((answer) => (
            <div>
              <dt>{answer.question}</dt>
              <dd>{answer.answer}</dd>
            </div>
          ))}
        </dl>
      )}
      <h3>Objectives</h3>
      {objectives.length > 0 && <Objectives lines={objectives} />}
      <Nothing when={objectives.length === 0} text="No objective agreed yet." />
      <More number={found.objectives?.withheld ?? 0} what="objective" />
      <h3>Needs</h3>
      {needs.length > 0 && <Needs lines={needs} />}
      <Nothing when={needs.length === 0} text="Not assessed yet." />
      <More number={found.needs?.withheld ?? 0} what="need" />
    </>
  );
}

function Objectives({ lines }: { readonly lines: readonly Objective[] }) {
  return (
    <Table heads={['Objective', 'Area', 'Side', 'Status', 'By']}>
      {lines.map((objective) => (
        <tr>
          <td>{objective.description}</td>
          <td>{words('pathway', objective.pathway)}</td>
          <td>{words('other', objective.side)}</td>
          <td>
            <Status code={objective.status} />
          </td>
          <td class="date">{objective.targetDate === undefined ? '' : dayInWords(objective.targetDate)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Needs({ lines }: { readonly lines: readonly Need[] }) {
  return (
    <Table heads={['Need', 'Level', 'Status', 'Side', 'By']}>
      {lines.map((need) => (
        <tr>
          <td>{words('pathway', need.pathway)}</td>
          <td class={need.level === 'high' ? 'strong' : ''}>{words('other', need.level)}</td>
          <td>
            <Status code={need.status} />
          </td>
          <td>{words('other', need.side)}</td>
          <td class="date">{need.targetDate === undefined ? '' : dayInWords(need.targetDate)}</td>
        </tr>
      ))}
    </Table>
  );
}

const GOOD = new Set(['completed', 'met', 'kept', 'accepted', 'booked', 'goesOn', 'done', 'given']);
const WARNING = new Set(['paused', 'leftEarly', 'missed', 'noProvider', 'outstanding', 'refused', 'withdrawn', 'revoked', 'ended']);

interface StatusProps {
  readonly code: string;
  readonly what?: Parameters<typeof words>[0];
}

function Status({ code, what = 'other' }: StatusProps) {
  return (
    <span class={`mark ${GOOD.has(code) ? 'good' : WARNING.has(code) ? 'warning' : ''}`}>{words(what, code)}</span>
  );
}

function Programmes({ steps, zone }: { readonly steps: readonly Step[]; readonly zone: string }) {
  if (steps.length === 0) return <Nothing when text="No programme planned yet." />;
  return (
    <Table heads={['Step', 'What', 'Status', 'Why']}>
      {steps.map((step) => (
        <tr>
          <td>{step.step}</td>
          <td>
            {spoken(step.activity)}
            <div class="soft">
              {words('programmeKind', step.kind)}
              {step.gate !== undefined && `, after ${spoken(step.gate).toLowerCase()}`}
            </div>
          </td>
          <td>
            <Status code={step.status} />
            <div class="soft">{span(step, zone)}</div>
          </td>
          <td>
            {step.reason}
            {step.statusReason !== undefined && <div>{step.statusReason}</div>}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function span(step: Step, zone: string): string {
  const from = step.startedAt === undefined ? '' : `from ${dayInWords(dayOf(step.startedAt, zone))}`;
  const to = step.endedAt === undefined ? '' : `to ${dayInWords(dayOf(step.endedAt, zone))}`;
  return [from, to].filter((part) => part !== '').join(' ');
}

interface ReferralProps {
  readonly lines: readonly Referral[];
  readonly withheld: number;
  readonly zone: string;
}

function Referrals({ lines, withheld, zone }: ReferralProps) {
  return (
    <>
      {lines.length > 0 && (
        <Table heads={['Service', 'Provider', 'Status', 'Why']}>
          {lines.map((referral) => (
            <tr>
              <td>
                {words('service', referral.service)}
                <div class="soft">
                  {words('other', referral.urgency)}, {words('other', referral.ownerRole).toLowerCase()}
                </div>
              </td>
              <td>{referral.provider ?? <span class="soft">Not chosen</span>}</td>
              <td>
                <Status code={referral.status} what="referralStatus" />
                <div class="soft">
                  {referral.appointment !== undefined && `Appointment ${dayInWords(referral.appointment)}. `}
                  {referral.closedAt === undefined
                    ? `Since ${dayInWords(dayOf(referral.openedAt, zone))}`
                    : `Ended ${dayInWords(dayOf(referral.closedAt, zone))}`}
                </div>
                {referral.letter !== undefined && (
                  <a class="noPrint" href={referral.letter} target="_blank" rel="noopener">
                    Print the letter
                  </a>
                )}
              </td>
              <td>{referral.reason}</td>
            </tr>
          ))}
        </Table>
      )}
      <Nothing when={lines.length === 0 && withheld === 0} text="No referral yet." />
      <More number={withheld} what="referral" />
    </>
  );
}

function Consents({ lines, zone }: { readonly lines: readonly Consent[]; readonly zone: string }) {
  if (lines.length === 0) return <Nothing when text="She has not been asked yet: nothing is shared." />;
  const recipients = [...new Set(lines.map((line) => line.recipient))];
  return (
    <Table heads={['Who', 'About', 'Her answer', 'Said']}>
      {recipients.flatMap((recipient) => {
        const own = lines.filter((line) => line.recipient === recipient);
        return own.map((consent, index) => (
          <tr class={index < own.length - 1 ? 'joined' : ''}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={own.length}>
                {recipient}
              </th>
            )}
            <td>{consent.about}</td>
            <td>
              <Status code={consent.answer === 'given' && !consent.inForce ? 'ended' : consent.answer} />
              {consent.until !== undefined && (
                <div class="soft">{`${consent.inForce ? 'until' : 'was given until'} ${dayInWords(consent.until)}`}</div>
              )}
            </td>
            <td class="soft">
              {dayInWords(dayOf(consent.at, zone))}
              {consent.how !== undefined && `, ${words('other', consent.how).toLowerCase()}`}
              {consent.takenBy !== undefined && `, ${consent.takenBy}`}
            </td>
          </tr>
        ));
      })}
    </Table>
  );
}

function ContactList({ contacts, zone }: { readonly contacts: Contacts; readonly zone: string }) {
  if (contacts.items.length === 0) return <Nothing when text="No contact planned or noted yet." />;
  return (
    <>
      <p>
        {contacts.kept} kept, {contacts.missed} missed.{' '}
        {contacts.next === undefined ? (
          'None is due.'
        ) : (
          <span class={contacts.overdue ? 'late' : ''}>
            {contacts.overdue ? 'Overdue since' : 'Next due'} {momentInWords(contacts.next, zone)}.
          </span>
        )}
      </p>
      <Table heads={['When', 'What', 'Outcome', 'Note']}>
        {contacts.items.map((contact) => (
          <tr>
            <td class="date">{momentInWords(contact.madeAt ?? contact.dueAt ?? '', zone)}</td>
            <td>
              {words('contact', contact.kind)}
              <div class="soft">
                {words('other', contact.channel)}
                {contact.by !== undefined && `, ${contact.by}`}
              </div>
            </td>
            <td>
              <Status code={contact.outcome} />
            </td>
            <td class="long">{contact.note}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
