package org.throughcare.monitoring.measures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.FactsRecorded;
import org.throughcare.casefile.JournalWritten;

/**
 * Each release with what became of it (domain rules 11 to 14), beside the sealed record: a return to custody or a new
 * episode of the case leaves the earlier release as it was. It follows the answers on the day of release and the journal
 * in their transactions.
 */
@Component
@Transactional
class ReleaseOutcomes {

    private static final String DAY_OF_RELEASE = "releaseDay:";

    private final JdbcClient jdbc;
    private final Facts facts;
    private final Clock clock;

    ReleaseOutcomes(JdbcClient jdbc, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is known of the day; a release that was put off begins anew with the next day's answers. */
    @EventListener
    void on(FactsRecorded recorded) {
        if (!recorded.scope().startsWith(DAY_OF_RELEASE)) {
            return;
        }
        Map<String, Object> day = facts.of(recorded.caseNumber(), recorded.scope());
        jdbc.sql(
                        """
                update release_outcome set subject = ?, met_at_gate = ?, papers = ?, medicines = ?, safe_place = ?,
                  appointment = ? where id = ?""")
                .params(Arrays.asList(
                        recorded.scope(),
                        answer(day, "metAtGate", Set.of("yes")),
                        inGatePack(day, "identityPapers"),
                        answer(day, "medicinesGiven", Set.of("given", "readyToPickUp", "none")),
                        safePlace(day),
                        inGatePack(day, "appointments"),
                        current(recorded.caseNumber())))
                .update();
    }

    /** What she declined says nothing of how well the day was prepared. */
    private static Boolean answer(Map<String, Object> day, String key, Set<String> well) {
        Object said = day.get(key);
        return said == null || "declined".equals(said) ? null : well.contains(said.toString());
    }

    private static Boolean inGatePack(Map<String, Object> day, String part) {
        return day.get("gatePack") instanceof List<?> pack ? (Boolean) pack.contains(part) : null;
    }

    private static Boolean safePlace(Map<String, Object> day) {
        return day.get("placeFound") != null
                ? answer(day, "placeFound", Set.of("yes"))
                : answer(day, "safePlaceTonight", Set.of("yes"));
    }

    @EventListener
    void on(JournalWritten line) {
        switch (line.kind()) {
            case "released" -> released(line);
            case "contactNoted" -> contact(line);
            case "caseClosed" ->
                ended(line.caseNumber(), String.valueOf(line.details().get("closingReason")));
            case "returnedToCustody" -> ended(line.caseNumber(), "returnedToCustody");
            default -> {}
        }
    }

    private void released(JournalWritten line) {
        jdbc.sql(
                        """
                update release_outcome set released_at = ?,
                  site = (select site from case_file where case_file.case_number = release_outcome.case_number),
                  track = (select track from case_file where case_file.case_number = release_outcome.case_number)
                where id = ?""")
                .params(Timestamp.from(Instant.parse(line.details().get("at").toString())), current(line.caseNumber()))
                .update();
    }

    /** A kept contact; when it took place stands in the table of contacts. */
    private void contact(JournalWritten line) {
        if ("kept".equals(line.details().get("outcome"))) {
            jdbc.sql(
                            """
                    update release_outcome set first_contact_at =
                      (select min(made_at) from contact where contact.case_number = release_outcome.case_number
                        and contact.outcome = 'kept' and contact.made_at >= release_outcome.released_at)
                    where case_number = ? and ended_at is null and released_at is not null""")
                    .param(line.caseNumber())
                    .update();
        }
    }

    private void ended(String caseNumber, String how) {
        jdbc.sql("delete from release_outcome where case_number = ? and ended_at is null and released_at is null")
                .param(caseNumber)
                .update();
        jdbc.sql("update release_outcome set ended_at = ?, ended_as = ? where case_number = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), how, caseNumber)
                .update();
    }

    /** The row of the release that is going on or coming. */
    private long current(String caseNumber) {
        Optional<Long> found = open(caseNumber);
        if (found.isEmpty()) {
            jdbc.sql(
                            """
                    insert into release_outcome (case_number, site, track)
                    select case_number, site, track from case_file where case_number = ?""")
                    .param(caseNumber)
                    .update();
        }
        return found.or(() -> open(caseNumber)).orElseThrow();
    }

    private Optional<Long> open(String caseNumber) {
        return jdbc.sql("select max(id) from release_outcome where case_number = ? and ended_at is null")
                .param(caseNumber)
                .query(Long.class)
                .optional();
    }
}
