package org.throughcare.caseload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/** Keeps the list of case managers for administrators; allocation gives cases to nobody who is not on it. */
@Component
@Transactional
class StaffDesk {

    private final StaffMembers staffMembers;
    private final Identities identities;
    private final Sites sites;

    StaffDesk(StaffMembers staffMembers, Identities identities, Sites sites) {
        this.staffMembers = staffMembers;
        this.identities = identities;
        this.sites = sites;
    }

    /**
     * A line of the list.
     *
     * @param entered whether she was entered; without it only the name, the site and the user are known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String userId,
            String displayName,
            String site,
            String siteName,
            boolean entered,
            Boolean woman,
            String workingPattern,
            Boolean active) {}

    List<Line> all(SignedIn administrator) {
        check(administrator);
        Map<String, Line> lines = new TreeMap<>();
        for (Site site : sites.sites()) {
            identities
                    .membersOf(StaffGroups.of(StaffGroups.CASE_MANAGER, site.id()))
                    .forEach((userId, name) ->
                            lines.put(userId, new Line(userId, name, site.id(), site.name(), false, null, null, null)));
        }
        staffMembers.inRole(StaffMember.CASE_MANAGER).forEach(member -> lines.put(member.userId(), line(member)));
        return lines.values().stream()
                .sorted(Comparator.comparing(Line::siteName).thenComparing(Line::displayName))
                .toList();
    }

    Line one(SignedIn administrator, String userId) {
        return all(administrator).stream()
                .filter(line -> line.userId().equals(userId))
                .findFirst()
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "Nobody with the user id " + userId + " is a case manager. Put her into a case managers' group"
                                + " first."));
    }

    Line save(SignedIn administrator, StaffMember member) {
        check(administrator);
        Site site = sites.find(member.site())
                .orElseThrow(() -> problem(
                        HttpStatus.BAD_REQUEST, "site: there is no site " + member.site() + " in this estate."));
        String group = StaffGroups.of(StaffGroups.CASE_MANAGER, site.id());
        if (member.active() && !identities.groupsOf(member.userId()).contains(group)) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The user " + member.userId() + " is not in the group " + group
                            + ", so she could not open her cases. Put her into it first, under Admin.");
        }
        staffMembers.save(member);
        return line(member);
    }

    private Line line(StaffMember member) {
        return new Line(
                member.userId(),
                member.displayName(),
                member.site(),
                Optional.of(member.site()).flatMap(sites::find).map(Site::name).orElse(member.site()),
                true,
                member.woman(),
                member.workingPattern(),
                member.active());
    }

    private static void check(SignedIn administrator) {
        if (!administrator.in(StaffGroups.ADMINISTRATOR)) {
            throw problem(HttpStatus.FORBIDDEN, "The list of case managers is kept by administrators.");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
