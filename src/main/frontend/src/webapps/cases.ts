/** The way from a web application to the list of cases, at one of its plugin points. */
export function toCases<Point extends string>(pluginPoint: Point) {
  return {
    id: 'throughcare-cases',
    pluginPoint,
    priority: 1000,
    pagePath: '/cases',
    checkActive: (): boolean => false,
    render(node: HTMLElement): void {
      const link = document.createElement('a');
      link.href = '/cases';
      link.textContent = 'Cases';
      node.replaceChildren(link);
    },
  };
}
