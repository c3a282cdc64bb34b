import type { CockpitPlugin, PluginScope } from '../webapps/plugin';

/** Fetches the measures' script and shows them, unless the reader has gone on meanwhile. */
function show(node: HTMLElement, scope: PluginScope): void {
  let gone = false;
  let leave = (): void => undefined;
  scope.$on('$destroy', () => {
    gone = true;
    leave();
  });
  import('./mount').then(({ mount }) => {
    if (!gone) leave = mount(node);
  }, console.error);
}

/** The overview on Cockpit's dashboard. */
const dashboard: CockpitPlugin = {
  id: 'throughcare-overview',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: (node, _given, scope) => show(node, scope),
};

/** The measures inside Cockpit. */
export const measuresPlugins: readonly CockpitPlugin[] = [dashboard];
