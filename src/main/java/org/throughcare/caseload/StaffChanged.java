package org.throughcare.caseload;

/**
 * A member of staff was added, changed, or is no longer active.
 *
 * @param member as of now
 */
public record StaffChanged(StaffMember member) {}
