package org.throughcare.caseload;

/**
 * A member of staff in one role at one site.
 *
 * @param userId the id with which she or he signs in
 * @param role the stem of the group, such as {@code caseManager}
 * @param site the site's id
 * @param displayName what colleagues call her or him
 * @param woman whether she is a woman: only women are case managers of women (study 000)
 * @param workingPattern {@code full} or {@code part}, the input of the table caseloadLimit
 * @param active whether she or he works in this role now
 */
public record StaffMember(
        String userId,
        String role,
        String site,
        String displayName,
        boolean woman,
        String workingPattern,
        boolean active) {

    /** The role of those who own cases. */
    public static final String CASE_MANAGER = "caseManager";

    boolean isCaseManager() {
        return CASE_MANAGER.equals(role);
    }

    boolean mayCarryCasesAt(String anySite) {
        return isCaseManager() && woman && active && site.equals(anySite);
    }
}
