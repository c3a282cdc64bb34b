import { toCases } from './cases';
import { dressWebapp } from './look';
import { showWhatIsHers } from './rights';

dressWebapp();
showWhatIsHers(window);

/** Cockpit, Admin and Welcome get the look, and lose what a person may not use; Cockpit leads to the cases. */
export default [toCases('cockpit.navigation')];
