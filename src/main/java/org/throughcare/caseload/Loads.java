package org.throughcare.caseload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.decisions.Decisions;

/** Counts what a case manager carries against what the table caseloadLimit allows. */
@Component
class Loads {

    /** Study 000 counts the women a case manager works with in a year. */
    private static final Duration YEAR = Duration.ofDays(365);

    private final CaseFiles cases;
    private final Assignments assignments;
    private final Decisions decisions;
    private final Clock clock;

    Loads(CaseFiles cases, Assignments assignments, Decisions decisions, Clock clock) {
        this.cases = cases;
        this.assignments = assignments;
        this.decisions = decisions;
        this.clock = clock;
    }

    Load of(StaffMember member) {
        return of(List.of(member)).get(0);
    }

    /** In the order of the members; each working pattern's limits are asked for once. */
    List<Load> of(List<StaffMember> members) {
        Map<String, Limits> limits = new HashMap<>();
        return members.stream()
                .map(member -> of(member, limits.computeIfAbsent(member.workingPattern(), this::limits)))
                .toList();
    }

    private Load of(StaffMember member, Limits limits) {
        List<CaseFile> open = cases.openOf(member.userId());
        return new Load(
                member,
                numbers(open, CaseFile::isInCustody),
                numbers(open, file -> !file.isInCustody()),
                inYear(member.userId(), open),
                limits);
    }

    Limits limits(String workingPattern) {
        return Limits.of(decisions
                .ask("caseloadLimit", Map.of("workingPattern", workingPattern))
                .only());
    }

    private Set<String> inYear(String userId, List<CaseFile> open) {
        Instant since = clock.instant().minus(YEAR);
        Set<String> year = new LinkedHashSet<>(numbers(open, file -> true));
        year.addAll(assignments.changedSince(userId, since));
        cases.closedOfSince(userId, since).forEach(file -> year.add(file.caseNumber()));
        return year;
    }

    private static Set<String> numbers(List<CaseFile> files, Predicate<CaseFile> wanted) {
        return files.stream()
                .filter(wanted)
                .map(CaseFile::caseNumber)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
