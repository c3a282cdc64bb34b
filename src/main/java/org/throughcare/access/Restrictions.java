package org.throughcare.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/**
 * Which cases only the people on a list may know of, as for a relative of staff. The supervisors of the woman's site keep
 * the list, without being on it: they see a case number and user ids.
 */
@Component
@Transactional
public class Restrictions {

    private final CaseRegister register;
    private final RestrictedCases cases;
    private final Identities identities;
    private final ObjectProvider<CaseWork> work;

    Restrictions(CaseRegister register, RestrictedCases cases, Identities identities, ObjectProvider<CaseWork> work) {
        this.register = register;
        this.cases = cases;
        this.identities = identities;
        this.work = work;
    }

    /**
     * A case as its supervisor sees it here.
     *
     * @param readers the list; empty when the case is not restricted
     * @param rolesWithoutReader roles of the site whose tasks nobody could see
     * @param failedSteps steps of the case that failed and wait for an administrator, who sees them only when she is on
     *     the list: then she reads codes, as of every case
     */
    record Restriction(
            String caseNumber,
            String site,
            boolean restricted,
            List<String> readers,
            List<String> rolesWithoutReader,
            int failedSteps) {}

    /** The restricted cases of the sites that she supervises. */
    List<Restriction> of(SignedIn supervisor) {
        return cases.all().stream()
                .flatMap(number -> register.find(number).stream())
                .filter(head -> supervisor.has(StaffGroups.SUPERVISOR, head.site()))
                .map(this::restriction)
                .toList();
    }

    /** One case of a site that she supervises. */
    Restriction get(SignedIn supervisor, String caseNumber) {
        return restriction(supervised(supervisor, caseNumber));
    }

    /** Restricts the case to these people, or changes its list. */
    Restriction restrict(SignedIn supervisor, String caseNumber, Set<String> readers) {
        CaseHead head = supervised(supervisor, caseNumber);
        if (readers.isEmpty()) {
            throw badRequest("readers: name at least one person. Lift the restriction with DELETE.");
        }
        readers.forEach(reader -> check(reader, head));
        cases.restrict(caseNumber, readers, supervisor.userId());
        register.note(
                caseNumber,
                "caseRestricted",
                "Only the people on a list may know of this case.",
                Map.of("readers", new TreeSet<>(readers)));
        return restriction(head);
    }

    /** Lifts the restriction. */
    void lift(SignedIn supervisor, String caseNumber) {
        supervised(supervisor, caseNumber);
        cases.lift(caseNumber);
        register.note(caseNumber, "restrictionLifted", "The case is no longer restricted.", Map.of());
    }

    /**
     * The woman came to another site. Of her list stay those who work there too, providers and administrators. The site's
     * supervisors come onto it, so that her tasks have somebody, until they say who else may know of her.
     */
    public void arrived(String caseNumber, String site) {
        Set<String> before = cases.readersOf(List.of(caseNumber)).get(caseNumber);
        if (before == null) {
            return;
        }
        Set<String> readers = new TreeSet<>(identities
                .membersOf(StaffGroups.of(StaffGroups.SUPERVISOR, site))
                .keySet());
        before.stream().filter(reader -> mayBeOnList(reader, site)).forEach(readers::add);
        cases.restrict(caseNumber, readers, CurrentStaff.APPLICATION);
        register.note(
                caseNumber,
                "caseRestricted",
                "She came to another site: its supervisors keep the list of who may know of this case.",
                Map.of("readers", readers));
    }

    private CaseHead supervised(SignedIn supervisor, String caseNumber) {
        return register.find(caseNumber)
                .filter(head -> supervisor.has(StaffGroups.SUPERVISOR, head.site()))
                .orElseThrow(CaseNotHersException::new);
    }

    private void check(String reader, CaseHead head) {
        if (!mayBeOnList(reader, head.site())) {
            throw badRequest("readers: \"" + reader + "\" neither works at " + head.site()
                    + " nor for a trusted provider, and is no administrator.");
        }
    }

    private boolean mayBeOnList(String reader, String site) {
        SignedIn person = new SignedIn(reader, identities.groupsOf(reader));
        return person.worksAt(site) || !person.providers().isEmpty() || person.in(StaffGroups.ADMINISTRATOR);
    }

    private Restriction restriction(CaseHead head) {
        Set<String> readers = cases.readersOf(List.of(head.caseNumber())).get(head.caseNumber());
        return readers == null
                ? new Restriction(head.caseNumber(), head.site(), false, List.of(), List.of(), 0)
                : new Restriction(
                        head.caseNumber(),
                        head.site(),
                        true,
                        List.copyOf(new TreeSet<>(readers)),
                        rolesWithout(readers, head.site()),
                        work.getObject().failedSteps(head.caseNumber()));
    }

    private List<String> rolesWithout(Set<String> readers, String site) {
        List<Set<String>> groups = readers.stream().map(identities::groupsOf).toList();
        return StaffGroups.SITE_ROLES.stream()
                .filter(role -> groups.stream().noneMatch(own -> own.contains(StaffGroups.of(role, site))))
                .toList();
    }

    private static ErrorResponseException badRequest(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }
}
