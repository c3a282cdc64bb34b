/**
 * Where cases wait, how long steps take and which way a case took, for managers and supervisors. What was long ago comes
 * from counts of its own; only what runs now, and single cases, are read from the engine.
 */
package org.throughcare.flow;
