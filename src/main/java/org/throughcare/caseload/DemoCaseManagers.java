package org.throughcare.caseload;

import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/** The demo's case managers are women who may carry cases; the third of each site works part time. */
@Component
@Profile("demo")
@Order(10)
class DemoCaseManagers implements ApplicationRunner {

    private static final Map<String, String> WORKING_PATTERNS =
            Map.of(StaffMember.CASE_MANAGER, "full", "caseManager2", "full", "caseManager3", "part");

    private final Sites sites;
    private final StaffMembers staffMembers;

    DemoCaseManagers(Sites sites, StaffMembers staffMembers) {
        this.sites = sites;
        this.staffMembers = staffMembers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Site site : sites.sites()) {
            WORKING_PATTERNS.forEach((stem, pattern) -> enlist(stem, site, pattern));
        }
    }

    private void enlist(String stem, Site site, String workingPattern) {
        String userId = stem + "." + site.id();
        if (staffMembers.find(userId, StaffMember.CASE_MANAGER).isEmpty()) {
            staffMembers.save(new StaffMember(
                    userId,
                    StaffMember.CASE_MANAGER,
                    site.id(),
                    stem.replace(StaffMember.CASE_MANAGER, "Case manager") + " " + site.name(),
                    true,
                    workingPattern,
                    true));
        }
    }
}
