import { flowPlugins } from '../flow/cockpit';
import { measuresPlugins } from '../measures/cockpit';
import { operatePlugins } from '../operate/cockpit';
import { dressWebapp } from './look';
import { showWhatIsHers } from './rights';
import { toCases } from './ways';

dressWebapp();
showWhatIsHers(window);

/** What Cockpit shows beyond its own: each feature hands in its plugins, and loads the rest when somebody goes there. */
export default [toCases('cockpit.navigation'), ...measuresPlugins, ...flowPlugins, ...operatePlugins];
