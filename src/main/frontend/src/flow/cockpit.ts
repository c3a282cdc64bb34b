import type { CockpitPlugin, PluginScope } from '../webapps/plugin';
import { withinCockpit } from '../webapps/ways';
import type { Diagram } from './diagram';

type Show = typeof import('./show');

/** Fetches the script and shows what is asked, unless the reader has gone on meanwhile. */
function later(scope: PluginScope, show: (with_: Show) => () => void): void {
  let gone = false;
  let leave = (): void => undefined;
  scope.$on('$destroy', () => {
    gone = true;
    leave();
  });
  import('./show').then((loaded) => {
    if (!gone) leave = show(loaded);
  }, console.error);
}

const definitionOf = (given: object): string => (given as { readonly processDefinitionId: string }).processDefinitionId;
const instanceOf = (given: object): string => (given as { readonly processInstanceId: string }).processInstanceId;

/** How long steps take and where cases wait, drawn on a process. */
const heat: CockpitPlugin = {
  id: 'throughcare-heat-map',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 1000,
  render(viewer, given, scope) {
    later(scope, ({ showHeat }) => showHeat(viewer as unknown as Diagram, definitionOf(given)));
  },
};

/** The same as a table. */
const steps: CockpitPlugin = {
  id: 'throughcare-step-times',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 8,
  properties: { label: 'Times and waiting' },
  render: (node, given, scope) => later(scope, ({ showSteps }) => showSteps(node, definitionOf(given))),
};

/** What ended. */
const finished: CockpitPlugin = {
  id: 'throughcare-finished',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 7,
  properties: { label: 'Finished instances' },
  render: (node, given, scope) => later(scope, ({ showFinished }) => showFinished(node, definitionOf(given))),
};

/** The way that a case took, drawn on its process. */
const path: CockpitPlugin = {
  id: 'throughcare-path',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 1000,
  render(viewer, given, scope) {
    later(scope, ({ showPath }) => showPath(viewer as unknown as Diagram, instanceOf(given)));
  },
};

/** The tables and rules that decided about the case. */
const decisions: CockpitPlugin = {
  id: 'throughcare-decisions',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 8,
  properties: { label: 'Decisions behind' },
  render: (node, given, scope) => later(scope, ({ showDecisions }) => showDecisions(node, instanceOf(given))),
};

/** One finished instance, and the search for others: Cockpit itself opens only what runs. */
const route: CockpitPlugin = {
  id: 'throughcare-finished-instances',
  pluginPoint: 'cockpit.route',
  priority: 1000,
  properties: { path: '/finished' },
  render: (node, _given, scope) => later(scope, ({ showRoute }) => showRoute(node)),
};

/** The way to what ended from every page of Cockpit. */
const toFinished = withinCockpit('Finished', '#/finished', 1060);

/** The flow of work inside Cockpit. */
export const flowPlugins: readonly CockpitPlugin[] = [toFinished, heat, steps, finished, path, decisions, route];
