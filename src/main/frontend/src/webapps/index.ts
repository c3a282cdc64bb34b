import { dressWebapp } from './look';

dressWebapp();

/** Cockpit, Admin and Welcome get the look alone. */
export default [];
