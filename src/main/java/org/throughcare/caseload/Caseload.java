package org.throughcare.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.decisions.Decisions;

/**
 * Gives cases to case managers: women only, the least loaded who fits, within limits; over them only by a named
 * supervisor with a reason (study 000, domain rule 15). Two allocations at one site never take the same last place.
 */
@Component
@Transactional
public class Caseload {

    private static final Comparator<Load> LEAST_LOADED_FIRST = Comparator.comparingDouble(Load::share)
            .thenComparingInt(Load::inYear)
            .thenComparing(load -> load.member().userId());

    private final StaffMembers staffMembers;
    private final Loads loads;
    private final Assignments assignments;
    private final CaseFiles cases;
    private final Decisions decisions;
    private final Journal journal;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    Caseload(
            StaffMembers staffMembers,
            Loads loads,
            Assignments assignments,
            CaseFiles cases,
            Decisions decisions,
            Journal journal,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        this.staffMembers = staffMembers;
        this.loads = loads;
        this.assignments = assignments;
        this.cases = cases;
        this.decisions = decisions;
        this.journal = journal;
        this.staff = staff;
        this.events = events;
    }

    /**
     * Gives the case to a case manager of its site within the limits. The one it has stays if she still fits.
     *
     * @return her user id; empty when nobody fits, and then nothing changes
     */
    public Optional<String> allocate(String caseNumber) {
        CaseFile file = lockedCase(caseNumber);
        List<Load> fitting = loadsAt(file.site()).stream()
                .filter(load -> load.hasRoomFor(caseNumber, file.isInCustody()))
                .toList();
        Optional<Load> chosen = fitting.stream()
                .filter(load -> file.caseManagerIfAssigned()
                        .equals(Optional.of(load.member().userId())))
                .findFirst()
                .or(() -> fitting.stream().min(LEAST_LOADED_FIRST));
        chosen.ifPresent(load -> {
            decisions.decide(
                    "caseloadLimit",
                    caseNumber,
                    Map.of("workingPattern", load.member().workingPattern()));
            give(file, load, "Least loaded who fits.");
        });
        return chosen.map(load -> load.member().userId());
    }

    /**
     * A supervisor gives the case to a case manager although nobody has room.
     *
     * @param reason why it is right; stays in the journal with the supervisor's name
     * @throws UnfitCaseManagerException when that person may not carry cases of the site
     */
    public void assignOverLimit(String caseNumber, String userId, String reason) {
        give(caseNumber, userId, reason, "overLimitApproved");
    }

    /**
     * A supervisor moves the case to another case manager, within or over the limits.
     *
     * @param reason why; stays in the journal with the supervisor's name
     * @throws UnfitCaseManagerException when that person may not carry cases of the site
     * @throws IllegalArgumentException when there is no reason
     */
    public void reassign(String caseNumber, String userId, String reason) {
        give(caseNumber, userId, reason, "caseReassigned");
    }

    /**
     * A case manager hands her case to a colleague who has room for it.
     *
     * @param reason why; stays in the journal
     * @throws NoRoomException when the colleague has no room: then a supervisor decides
     * @throws UnfitCaseManagerException when that person may not carry cases of the site
     */
    public void handOver(String caseNumber, String userId, String reason) {
        CaseFile file = lockedCase(caseNumber);
        if (!loadOf(file, userId).hasRoomFor(caseNumber, file.isInCustody())) {
            throw new NoRoomException(loadOf(file, userId));
        }
        give(caseNumber, userId, reason, "caseReassigned");
    }

    private void give(String caseNumber, String userId, String reason, String kind) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed to give a case to " + userId + ".");
        }
        CaseFile file = lockedCase(caseNumber);
        Load load = loadOf(file, userId);
        boolean overLimit = !load.hasRoomFor(caseNumber, file.isInCustody());
        give(file, load, reason);
        journal.write(
                caseNumber,
                kind,
                staff.userId() + " gave the case to " + userId + (overLimit ? " over the limit" : "") + " ("
                        + load.inWords() + "): " + reason,
                Map.of("supervisor", staff.userId(), "caseManager", userId, "overLimit", overLimit, "reason", reason));
    }

    private void give(CaseFile file, Load load, String reason) {
        String userId = load.member().userId();
        Optional<String> before = file.caseManagerIfAssigned();
        if (before.equals(Optional.of(userId))) {
            return;
        }
        assignments.begin(file.caseNumber(), userId, !load.hasRoomFor(file.caseNumber(), file.isInCustody()), reason);
        cases.assignCaseManager(file.caseNumber(), userId);
        events.publishEvent(new CaseManagerChanged(file.caseNumber(), file.site(), before, userId));
    }

    private Load loadOf(CaseFile file, String userId) {
        return loadsAt(file.site()).stream()
                .filter(candidate -> candidate.member().userId().equals(userId))
                .findFirst()
                .orElseThrow(() -> new UnfitCaseManagerException(userId, file.site()));
    }

    private CaseFile lockedCase(String caseNumber) {
        staffMembers.holdPlaces(cases.get(caseNumber).site());
        return cases.get(caseNumber);
    }

    /**
     * What that case manager carries now.
     *
     * @throws IllegalArgumentException when nobody with that user id is a case manager
     */
    @Transactional(readOnly = true)
    public Load load(String userId) {
        return staffMembers
                .find(userId, StaffMember.CASE_MANAGER)
                .map(loads::of)
                .orElseThrow(() -> new IllegalArgumentException(userId + " is no case manager."));
    }

    /**
     * To whom these cases could go within the limits, the least loaded first and each place given once.
     *
     * @param from who has them now and is to get none of them
     * @param among only these; everybody when empty
     * @return user ids by case number; cases for which nobody has room are missing
     */
    @Transactional(readOnly = true)
    public Map<String, String> spread(List<CaseFile> files, String from, Set<String> among) {
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, List<Load>> bySite = new HashMap<>();
        for (CaseFile file : files) {
            List<Load> loads = bySite.computeIfAbsent(file.site(), site -> new ArrayList<>(loadsAt(site)));
            loads.stream()
                    .filter(load -> !load.member().userId().equals(from))
                    .filter(load ->
                            among.isEmpty() || among.contains(load.member().userId()))
                    .filter(load -> load.hasRoomFor(file.caseNumber(), file.isInCustody()))
                    .min(LEAST_LOADED_FIRST)
                    .ifPresent(load -> {
                        places.put(file.caseNumber(), load.member().userId());
                        loads.set(loads.indexOf(load), load.with(file.caseNumber(), file.isInCustody()));
                    });
        }
        return places;
    }

    /** What each woman who may carry cases of that site carries now, the least loaded first. */
    @Transactional(readOnly = true)
    public List<Load> loadsAt(String site) {
        return loads.of(staffMembers.caseManagers(site)).stream()
                .sorted(LEAST_LOADED_FIRST)
                .toList();
    }

    /** Who carries more than the limits at that site now: for the supervisor to look at. */
    @Transactional(readOnly = true)
    public List<Load> overLimit(String site) {
        return loadsAt(site).stream().filter(Load::isOverLimit).toList();
    }

    /** Open cases of those who no longer carry cases at that site: for the supervisor to reassign. */
    @Transactional(readOnly = true)
    public List<CaseFile> toReassign(String site) {
        Set<String> carrying = staffMembers.caseManagers(site).stream()
                .map(StaffMember::userId)
                .collect(Collectors.toSet());
        return cases.allOpen().stream()
                .filter(file -> file.site().equals(site))
                .filter(file -> file.caseManagerIfAssigned()
                        .filter(owner -> !carrying.contains(owner))
                        .isPresent())
                .toList();
    }

    /**
     * What somebody with that working pattern may carry, by the table caseloadLimit.
     *
     * @param workingPattern full or part
     */
    @Transactional(readOnly = true)
    public Limits limits(String workingPattern) {
        return loads.limits(workingPattern);
    }
}
