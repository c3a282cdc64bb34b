/** The part of Angular's scope that tells when a plugin's place on the page is gone. */
export interface PluginScope {
  $on(event: '$destroy', listener: () => void): unknown;
}

/** What Cockpit asks of a plugin that draws into a place on its pages. */
export interface CockpitPlugin {
  readonly id: string;
  readonly pluginPoint: string;
  readonly priority: number;
  /** Of a route: its path, as Angular's router reads it. Of a tab: its label. */
  readonly properties?: { readonly path?: string; readonly label?: string };
  /** Of a way in the navigation: whether the reader is there. */
  readonly checkActive?: (url: string) => boolean;
  render(node: HTMLElement, given: object, scope: PluginScope): void;
}
