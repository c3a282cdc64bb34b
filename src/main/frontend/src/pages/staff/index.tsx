import { render } from 'preact';
import { Frame } from '../shared/Frame';
import { StaffPage } from './StaffPage';

const place = document.getElementById('page');
if (place !== null) {
  render(
    <Frame place="staff">
      <StaffPage />
    </Frame>,
    place,
  );
}
