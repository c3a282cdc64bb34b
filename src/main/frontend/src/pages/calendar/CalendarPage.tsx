import { useEffect, useState } from 'preact/hooks';
import { Loading, Problem } from '../shared/Frame';
import { type Refusal, asRefusal, ask } from '../shared/server';
import { dayInWords } from '../shared/times';
import { AddressBox } from './AddressBox';
import type { Appointment, Calendar } from './calendar';
import './calendar.css';

/** What lies ahead in her work, and the address with which her own calendar shows it. */
export function CalendarPage() {
  const [calendar, setCalendar] = useState<Calendar>();
  const [problem, setProblem] = useState<Refusal>();

  const read = (): void => {
    setProblem(undefined);
    ask<Calendar>('/api/calendar').then(setCalendar, (error: unknown) => setProblem(asRefusal(error)));
  };
  useEffect(read, []);

  return (
    <>
      <h1>Calendar</h1>
      {problem !== undefined && <Problem refusal={problem} again={read} />}
      {calendar === undefined && problem === undefined && <Loading what="Reading your calendar" />}
      {calendar !== undefined && (
        <>
          <AddressBox address={calendar.address} changed={read} />
          <section class="calendar-box" aria-labelledby="ahead">
            <h2 id="ahead">Ahead of you</h2>
            <p class="soft">
              The appointments of the open cases that you own or have a task of, and supervision. Days by which work is to be
              done stand in the Tasklist.
            </p>
            {calendar.appointments.length === 0 ? (
              <p class="empty">No appointment is noted.</p>
            ) : (
              <AppointmentTable appointments={calendar.appointments} />
            )}
          </section>
        </>
      )}
    </>
  );
}

function AppointmentTable({ appointments }: { readonly appointments: readonly Appointment[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Time</th>
          <th scope="col">What</th>
          <th scope="col">Case</th>
          <th scope="col">Site</th>
          <th scope="col">
            <span class="hidden">File</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {appointments.map((appointment) => (
          <tr>
            <td>{dayInWords(appointment.day)}</td>
            <td>{appointment.time ?? ''}</td>
            <td>
              {appointment.kind}
              {appointment.cancelled && <span class="mark warning"> Called off</span>}
            </td>
            <td>
              {appointment.caseNumber !== undefined && (
                <a href={`/cases/${encodeURIComponent(appointment.caseNumber)}`}>{appointment.caseNumber}</a>
              )}
            </td>
            <td>{appointment.place ?? ''}</td>
            <td>
              {appointment.file !== undefined && (
                <a href={appointment.file} download>
                  Save
                  <span class="hidden">
                    {' '}
                    {appointment.kind} on {dayInWords(appointment.day)}
                  </span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
