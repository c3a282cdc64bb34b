import { dress, dressWebapp } from '../webapps/look';
import { showWhatIsHers } from '../webapps/rights';
import { toCases, toOverview } from '../webapps/ways';
import { sayActing, tellOfActing } from '../session/acting';
import { tellOtherTabs } from '../session/tabs';
import { goBackOnceSignedIn } from './back';
import { askTheServer, CardDesk, sessionToken } from './cards';
import { readCivilDatesHere } from './dates';
import { refuseDrafts, removeDrafts } from './drafts';
import { drawCard, drawHeader } from './draw';
import sheet from './tasklist.css?inline';

/** What Tasklist hands to a plugin beside its place on the page. */
interface TaskScope {
  readonly task?: { readonly id?: string };
  $watch(expression: string, changed: (value: string | undefined) => void): void;
}

interface TasklistPlugin {
  readonly id: string;
  readonly pluginPoint: 'tasklist.card' | 'tasklist.task.action';
  readonly priority: number;
  render(node: HTMLElement, given: { readonly taskId?: string }, scope: TaskScope): void;
}

const ACTING_EVERY = 60_000;

removeDrafts(localStorage);
refuseDrafts(localStorage);
readCivilDatesHere(Date);
goBackOnceSignedIn(window);
dressWebapp();
showWhatIsHers(window);
dress(sheet);
tellOfActing(window, ACTING_EVERY, () => sayActing(sessionToken()));

const desk = new CardDesk(askTheServer);
window.addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/login')) {
    tellOtherTabs();
    desk.forget();
    removeDrafts(localStorage);
  }
});

async function show(
  node: HTMLElement,
  taskId: string | undefined,
  draw: typeof drawCard,
  stillWanted: () => boolean,
): Promise<void> {
  const card = taskId === undefined ? undefined : await desk.card(taskId);
  if (stillWanted()) {
    node.replaceChildren(...(card === undefined ? [] : [draw(card)]));
  }
}

const card: TasklistPlugin = {
  id: 'throughcare-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(node, { taskId }) {
    show(node, taskId, drawCard, () => true).catch(console.error);
  },
};

const header: TasklistPlugin = {
  id: 'throughcare-header',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,
  render(node, _given, scope) {
    let shown: string | undefined;
    scope.$watch('task.id', (taskId) => {
      shown = taskId;
      show(node, taskId, drawHeader, () => shown === taskId).catch(console.error);
    });
  },
};

export default [card, header, toCases('tasklist.navbar.action'), toOverview('tasklist.navbar.action')];
