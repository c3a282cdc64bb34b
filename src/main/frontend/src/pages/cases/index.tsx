import { render } from 'preact';
import { Frame } from '../shared/Frame';
import { CasesPage } from './CasesPage';

const place = document.getElementById('page');
if (place !== null) {
  render(
    <Frame place="cases">
      <CasesPage />
    </Frame>,
    place,
  );
}
