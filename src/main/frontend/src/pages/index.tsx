import { render } from 'preact';
import { pageAt } from './places';
import { Frame } from './shared/Frame';
import { leaveWhenSignedOut } from './shared/presence';

const root = document.getElementById('page');
if (root !== null) {
  const { place, title, content } = pageAt(location.pathname);
  document.title = `${title} · Throughcare`;
  render(<Frame place={place}>{content}</Frame>, root);
  leaveWhenSignedOut();
}
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
