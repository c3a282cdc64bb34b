import { render } from 'preact';
import { Measures } from './Measures';
import sheet from './measures.css?inline';
import { forgetReadings } from './read';

/** The place that hosts the measures: Cockpit's dashboard, a page of its own in Cockpit, or the product's own page. */
export type Host = 'dashboard' | 'cockpit' | 'page';

/**
 * Shows the measures in that place, apart from the styles around it, so that they look the same everywhere; what comes
 * back takes them away again. On pages of their own they follow the reader's choice of light or dark; beside Cockpit's own
 * charts, which have no dark look, they have none either.
 */
export function mount(node: HTMLElement, host: Host): () => void {
  const place = document.createElement('div');
  place.className = host === 'dashboard' ? 'throughcare-measures' : 'throughcare-measures byScheme';
  const root = place.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  root.adoptedStyleSheets = [style];
  node.replaceChildren(place);
  render(<Measures host={host} />, root);
  addEventListener('hashchange', forgetAtSignIn);
  return () => {
    removeEventListener('hashchange', forgetAtSignIn);
    render(null, root);
  };
}

function forgetAtSignIn(): void {
  if (location.hash.startsWith('#/login')) forgetReadings();
}
