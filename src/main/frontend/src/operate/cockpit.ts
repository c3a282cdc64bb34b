import type { CockpitPlugin } from '../webapps/plugin';

/** What is done to many cases at once. */
const route: CockpitPlugin = {
  id: 'throughcare-operate',
  pluginPoint: 'cockpit.route',
  priority: 1000,
  properties: { path: '/operate' },
  render(node, _given, scope) {
    let gone = false;
    let leave = (): void => undefined;
    scope.$on('$destroy', () => {
      gone = true;
      leave();
    });
    import('./show').then(({ showOperate }) => {
      if (!gone) leave = showOperate(node);
    }, console.error);
  },
};

const navigation: CockpitPlugin = {
  id: 'throughcare-to-operate',
  pluginPoint: 'cockpit.navigation',
  priority: 1050,
  checkActive: (url) => url.includes('#/operate'),
  render(node) {
    const link = document.createElement('a');
    link.href = '#/operate';
    link.textContent = 'Operate';
    node.replaceChildren(link);
  },
};

/** Operations inside Cockpit. */
export const operatePlugins: readonly CockpitPlugin[] = [navigation, route];
