/**
 * The analysts' workbench: they change a table, see whom it would touch, and another person releases it. Its page is {@code
 * /decisions}; the tables themselves are the engine's, see {@link org.throughcare.engine.TableVersions}.
 */
package org.throughcare.decisions.workbench;
