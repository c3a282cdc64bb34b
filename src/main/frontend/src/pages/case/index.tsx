import { render } from 'preact';
import { Frame } from '../shared/Frame';
import { CasePage } from './CasePage';

const place = document.getElementById('page');
const caseNumber = decodeURIComponent(location.pathname.split('/')[2] ?? '');
if (place !== null) {
  render(
    <Frame place="cases">
      <CasePage caseNumber={caseNumber} />
    </Frame>,
    place,
  );
}
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
