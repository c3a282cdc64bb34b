package org.throughcare.caseload;

import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;

/** Who owns cases, for lists to choose from. */
@RestController
class CaseManagerController {

    private final StaffMembers staffMembers;
    private final StaffAccess access;
    private final Sites sites;

    CaseManagerController(StaffMembers staffMembers, StaffAccess access, Sites sites) {
        this.staffMembers = staffMembers;
        this.access = access;
        this.sites = sites;
    }

    /** A case manager. */
    record Named(String userId, String name, String site) {}

    /** The case managers of the reader's sites; of all sites for a manager. */
    @GetMapping("/api/case-managers")
    List<Named> caseManagers(SignedIn reader) {
        Collection<String> wanted = reader.in(StaffGroups.MANAGER) ? sites.ids() : access.sitesOf(reader);
        return wanted.stream()
                .flatMap(site -> staffMembers.caseManagers(site).stream())
                .map(member -> new Named(member.userId(), member.displayName(), member.site()))
                .toList();
    }
}
