package org.throughcare.monitoring.measures;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.FactsRecorded;
import org.throughcare.casefile.JournalWritten;

/**
 * How ready each open case is for release, as yes and no beside the sealed record (domain rules 7 to 11). It follows the
 * answers to forms and the journal in their transactions, and begins anew when she is in custody again.
 */
@Component
@Transactional
class ReleaseReadiness {

    private static final Set<String> PLAN = Set.of("herDecision", "firstNightPlace");
    private static final Set<String> PAPERS = Set.of("statusIdentityPapers", "papersReady");
    private static final Set<String> HOUSING = Set.of("safeAddress", "housingKind", "statusAccommodation");
    private static final Set<String> MEETING = Set.of("firstMeetingDate");

    private final JdbcClient jdbc;
    private final Facts facts;

    ReleaseReadiness(JdbcClient jdbc, Facts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    @EventListener
    void on(FactsRecorded recorded) {
        if (!recorded.scope().equals(Facts.CASE)) {
            return;
        }
        keep(recorded, PLAN, "plan");
        keep(recorded, PAPERS, "papers");
        keep(recorded, HOUSING, "housing");
        keep(recorded, MEETING, "first_meeting");
    }

    private void keep(FactsRecorded recorded, Set<String> keys, String column) {
        if (recorded.keys().stream().anyMatch(keys::contains)) {
            Map<String, Object> known = facts.of(recorded.caseNumber());
            set(
                    recorded.caseNumber(),
                    column,
                    switch (column) {
                        case "plan" -> plan(known);
                        case "papers" -> papers(known);
                        case "housing" -> housing(known);
                        default -> known.get("firstMeetingDate") != null ? Boolean.TRUE : null;
                    });
        }
    }

    /** She agreed to it, or a plan for a release on the same day is kept ready. */
    private static Boolean plan(Map<String, Object> known) {
        String said = text(known, "herDecision");
        if (said.startsWith("agreed") || known.get("firstNightPlace") != null) {
            return true;
        }
        return said.isEmpty() ? null : false;
    }

    private static Boolean papers(Map<String, Object> known) {
        if (Set.of("met", "notRequired").contains(text(known, "statusIdentityPapers"))
                || "yes".equals(known.get("papersReady"))) {
            return true;
        }
        return PAPERS.stream().allMatch(key -> text(known, key).isEmpty()) ? null : false;
    }

    /** A place where she says that she is safe; a place that nobody asked her about is not one. */
    private static Boolean housing(Map<String, Object> known) {
        if ("no".equals(known.get("safeAddress")) || "notFound".equals(known.get("housingKind"))) {
            return false;
        }
        if ("yes".equals(known.get("safeAddress"))) {
            return true;
        }
        return HOUSING.stream().allMatch(key -> text(known, key).isEmpty()) ? null : false;
    }

    private static String text(Map<String, Object> known, String key) {
        return String.valueOf(known.getOrDefault(key, ""));
    }

    @EventListener
    void on(JournalWritten line) {
        switch (line.kind()) {
            case "handoverAccepted" -> set(line.caseNumber(), "handover", true);
            case "handoverSent", "handoverReceived", "handoverDeclined", "handoverStopped" ->
                set(line.caseNumber(), "handover", false);
            case "caseReopened", "returnedToCustody" ->
                jdbc.sql("delete from release_readiness where case_number = ?")
                        .param(line.caseNumber())
                        .update();
            default -> {}
        }
    }

    private void set(String caseNumber, String column, Boolean ready) {
        String statement = "update release_readiness set " + column + " = ? where case_number = ?";
        if (jdbc.sql(statement).params(Arrays.asList(ready, caseNumber)).update() == 0) {
            jdbc.sql("insert into release_readiness (case_number, " + column + ") values (?, ?)")
                    .params(Arrays.asList(caseNumber, ready))
                    .update();
        }
    }
}
