import { dressWebapp } from './look';
import { showWhatIsHers } from './rights';

dressWebapp();
showWhatIsHers(window);

/** Admin and Welcome get the look, and lose what a person may not use. */
export default [];
