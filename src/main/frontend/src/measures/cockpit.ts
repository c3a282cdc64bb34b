import type { CockpitPlugin, PluginScope } from '../webapps/plugin';
import { withinCockpit } from '../webapps/ways';
import type { Host } from './mount';

/** Fetches the measures' script and shows them, unless the reader has gone on meanwhile. */
function show(node: HTMLElement, scope: PluginScope, host: Host): void {
  let gone = false;
  let leave = (): void => undefined;
  scope.$on('$destroy', () => {
    gone = true;
    leave();
  });
  import('./mount').then(({ mount }) => {
    if (gone) return;
    if (host === 'dashboard') putFirst(node);
    leave = mount(node, host);
  }, console.error);
}

/** Cockpit shows plugins below its own charts; this one is what a manager came for. */
function putFirst(node: HTMLElement): void {
  const section = node.closest('section.deprecate');
  section?.parentElement?.prepend(section);
}

/** The overview on Cockpit's dashboard. */
const dashboard: CockpitPlugin = {
  id: 'throughcare-overview',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: (node, _given, scope) => show(node, scope, 'dashboard'),
};

/** The measures on pages of their own. */
const pages: CockpitPlugin = {
  id: 'throughcare-measures',
  pluginPoint: 'cockpit.route',
  priority: 1000,
  properties: { path: '/measures/:view' },
  render(node, _given, scope) {
    node.className = 'throughcare-route';
    show(node, scope, 'cockpit');
  },
};

/** The way there from every page of Cockpit. */
const navigation = withinCockpit('Measures', '#/measures/overview', 1100, '#/measures/');

/** The measures inside Cockpit. */
export const measuresPlugins: readonly CockpitPlugin[] = [navigation, dashboard, pages];
