package org.throughcare.access;

import java.util.List;

/**
 * The names of groups: {@code <role>.<site>} for the staff of a site, {@code provider.<providerId>} for a trusted
 * provider, and the groups of the whole estate.
 */
public final class StaffGroups {

    /** Watches the estate in Cockpit; sees codes, not persons. */
    public static final String MANAGER = "manager";

    /** Edits decision tables; sees nothing of persons. */
    public static final String ANALYST = "analyst";

    /** Looks after users, groups and failed work; sees nothing of persons. */
    public static final String ADMINISTRATOR = "camunda-admin";

    /** The prison's own system, which reports custody events. */
    public static final String CUSTODY_SYSTEM = "custodySystem";

    /** The role of every trusted provider's people; they belong to no site. */
    public static final String PROVIDER = "provider";

    /** The beginning of every trusted provider's group. */
    public static final String PROVIDER_PREFIX = "provider.";

    /** The role that reassigns work and approves overrides at a site. */
    public static final String SUPERVISOR = "supervisor";

    /** The role that registers admissions and custody events at a site. */
    public static final String RECEPTION_OFFICER = "receptionOfficer";

    /** The role that owns cases at a site. */
    public static final String CASE_MANAGER = "caseManager";

    /** The roles that every site has. */
    public static final List<String> SITE_ROLES = List.of(
            RECEPTION_OFFICER,
            "healthcare",
            "mentalHealth",
            "intakePanel",
            CASE_MANAGER,
            "caseOfficer",
            "programmeFacilitator",
            "substanceMisuse",
            "socialWorker",
            "releaseCoordinator",
            "communityWorker",
            SUPERVISOR);

    /** The groups of the whole estate, without the providers'. */
    public static final List<String> ESTATE_GROUPS = List.of(MANAGER, ANALYST, ADMINISTRATOR, CUSTODY_SYSTEM);

    private StaffGroups() {}

    /** The group of a role at a site. */
    public static String of(String role, String site) {
        return role + "." + site;
    }

    /** The group of a trusted provider. */
    public static String ofProvider(String providerId) {
        return PROVIDER_PREFIX + providerId;
    }
}
