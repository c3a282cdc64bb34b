/**
 * One woman's case as people read it: the sections of the case page, the timeline, the actions that the process offers at
 * any time, and the export of everything held about her. Nobody depends on this package; it asks {@link
 * org.throughcare.access.CaseAccess} what each reader may see.
 */
package org.throughcare.casepage;
