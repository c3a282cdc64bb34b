import type { VNode } from 'preact';
import { ImportPage } from './admissions/ImportPage';
import { CalendarPage } from './calendar/CalendarPage';
import { CasePage } from './case/CasePage';
import { CasesPage } from './cases/CasesPage';
import { MessagesPage } from './messages/MessagesPage';
import { NotificationsPage } from './notifications/NotificationsPage';
import type { Place } from './shared/Frame';
import { Later } from './shared/Later';
import { StaffPage } from './staff/StaffPage';

interface Page {
  readonly place: Place;
  readonly title: string;
  readonly content: VNode;
}

/** The page at an address; the server sends no other address here. */
export function pageAt(path: string): Page {
  const [first, second] = path.split('/').slice(1);
  if (first === 'staff') return { place: 'staff', title: 'Case managers', content: <StaffPage /> };
  if (first === 'admin') return { place: 'messages', title: 'Messages', content: <MessagesPage /> };
  if (first === 'notifications') return { place: 'notifications', title: 'Notifications', content: <NotificationsPage /> };
  if (first === 'calendar') return { place: 'calendar', title: 'Calendar', content: <CalendarPage /> };
  if (first === 'decisions') return { place: 'decisions', title: 'Decisions', content: decisions(path.split('/').slice(2)) };
  if (first === 'overview') return { place: 'overview', title: 'Overview', content: overview() };
  if (first === 'admissions') return { place: 'import', title: 'Import admissions', content: <ImportPage /> };
  if (second === undefined || second === '') return { place: 'cases', title: 'Cases', content: <CasesPage /> };
  return { place: 'case', title: 'Case', content: <CasePage caseNumber={decodeURIComponent(second)} /> };
}

/** The measures bring a library that draws; no other page loads it. */
function overview(): VNode {
  return (
    <Later
      load={async () => {
        const { OverviewPage } = await import('./overview/OverviewPage');
        return <OverviewPage />;
      }}
    />
  );
}

/** The workbench is large and for a few, so no other page loads it. */
function decisions([second = '', third = '']: readonly string[]): VNode {
  return (
    <Later
      load={async () => {
        const { DecisionPage, DecisionsPage, ProposalPage } = await import('./decisions');
        if (second === '') return <DecisionsPage />;
        if (third === '') return <DecisionPage id={decodeURIComponent(second)} />;
        return <ProposalPage proposal={decodeURIComponent(third)} />;
      }}
    />
  );
}
