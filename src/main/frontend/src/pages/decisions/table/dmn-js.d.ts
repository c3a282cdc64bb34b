declare module 'dmn-js/lib/Modeler' {
  export default class Modeler {
    constructor(options: Readonly<Record<string, unknown>>);
    importXML(xml: string, options?: { readonly open: boolean }): Promise<unknown>;
    saveXML(options?: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    getViews(): readonly { readonly type: string; readonly id: string }[];
    open(view: { readonly type: string; readonly id: string }): Promise<unknown>;
    getActiveViewer(): { get(name: string): unknown } | undefined;
    destroy(): void;
  }
}

declare module 'dmn-js/lib/NavigatedViewer' {
  export { default } from 'dmn-js/lib/Modeler';
}
