import type { CockpitPlugin } from './plugin';

/** The way from a web application to a page of the product, at one of its plugin points. */
function toPage<Point extends string>(pluginPoint: Point, path: string, name: string, priority: number) {
  return {
    id: `throughcare-${path.slice(1)}`,
    pluginPoint,
    priority,
    pagePath: path,
    checkActive: (): boolean => false,
    render(node: HTMLElement): void {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = name;
      node.replaceChildren(link);
    },
  };
}

/** To the list of cases. */
export function toCases<Point extends string>(pluginPoint: Point) {
  return toPage(pluginPoint, '/cases', 'Cases', 1000);
}

/** To the overview of the cases, for whom measures are. */
export function toOverview<Point extends string>(pluginPoint: Point) {
  return toPage(pluginPoint, '/overview', 'Overview', 999);
}

/** The way to a page inside Cockpit, from every one of its pages. */
export function withinCockpit(name: string, place: string, priority: number, below = place): CockpitPlugin {
  return {
    id: `throughcare-to-${name.toLowerCase()}`,
    pluginPoint: 'cockpit.navigation',
    priority,
    checkActive: (url) => url.includes(below),
    render(node) {
      const link = document.createElement('a');
      link.href = place;
      link.textContent = name;
      node.replaceChildren(link);
    },
  };
}
