import { render } from 'preact';

/** Shows the measures in that place; what comes back takes them away again. */
export function mount(node: HTMLElement): () => void {
  render(<section aria-label="Measures" />, node);
  return () => render(null, node);
}
