package org.throughcare.access;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Sites;

/**
 * Who may do what, asked by user id. Everything that is not allowed here is denied. The application itself ({@link
 * CurrentStaff#APPLICATION}) may work on every case; nobody can sign in under its name.
 */
@Component
public class StaffAccess {

    private final Identities identities;
    private final Sites sites;
    private final CaseAccess cases;

    StaffAccess(Identities identities, Sites sites, CaseAccess cases) {
        this.identities = identities;
        this.sites = sites;
        this.cases = cases;
    }

    /** The groups of that user. */
    public Set<String> groupsOf(String userId) {
        return identities.groupsOf(userId);
    }

    /** The sites at which that user works in any role, in the estate's order. */
    public Set<String> sitesOf(String userId) {
        if (isApplication(userId)) {
            return new LinkedHashSet<>(sites.ids());
        }
        return sitesOf(new SignedIn(userId, groupsOf(userId)));
    }

    /** The sites at which that person works in any role, in the estate's order. */
    public Set<String> sitesOf(SignedIn person) {
        Set<String> own = new LinkedHashSet<>();
        sites.ids().stream().filter(person::worksAt).forEach(own::add);
        return own;
    }

    /** Whether that user has that role at that site. */
    public boolean hasRole(String userId, String role, String site) {
        return isApplication(userId) || groupsOf(userId).contains(StaffGroups.of(role, site));
    }

    /**
     * Whether that user may raise and note something on that case, as every member of its site's staff may unless it is
     * restricted. Managers, analysts, administrators, providers and the prison's system may not.
     */
    public boolean mayWorkOn(String userId, CaseHead head) {
        return isApplication(userId)
                || sitesOf(userId).contains(head.site())
                        && cases.view(new SignedIn(userId, groupsOf(userId)), head)
                                .opens();
    }

    /** Whether that user may report custody events and admissions at that site. */
    public boolean mayReportCustody(String userId, String site) {
        return hasRole(userId, StaffGroups.RECEPTION_OFFICER, site)
                || groupsOf(userId).contains(StaffGroups.CUSTODY_SYSTEM);
    }

    private static boolean isApplication(String userId) {
        return CurrentStaff.APPLICATION.equals(userId);
    }
}
