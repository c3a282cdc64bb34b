import sheet from './look.css?inline';

/** Puts a style sheet on the page that travels with its script, so that both always have the same age. */
export function dress(css: string): void {
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  document.adoptedStyleSheets.push(style);
}

/** The product's own look for Camunda's web applications. */
export function dressWebapp(): void {
  dress(sheet);
}
