import type { CockpitPlugin } from '../webapps/plugin';
import { withinCockpit } from '../webapps/ways';

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

const navigation = withinCockpit('Operate', '#/operate', 1050);

/** Operations inside Cockpit. */
export const operatePlugins: readonly CockpitPlugin[] = [navigation, route];
