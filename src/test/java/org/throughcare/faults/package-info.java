/**
 * The fault suite. A client works on real nodes and a real PostgreSQL and writes down every step that was acknowledged;
 * something breaks meanwhile; afterwards what was written down is compared with the database. What came of it is told at
 * {@code src/docs/operations/faults.md}.
 */
package org.throughcare.faults;
