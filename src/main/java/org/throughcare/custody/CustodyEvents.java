package org.throughcare.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.HeldRecords;
import org.throughcare.erasure.ErasedWithCase;
import org.throughcare.sealing.RenewedByKey;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;
import org.throughcare.sealing.SearchHashes;

/** The events that were taken. Every call runs in the caller's transaction. */
@Component
class CustodyEvents implements RenewedByKey, ErasedWithCase {

    private static final String EVENT = "custodyEvent";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SearchHashes hashes;
    private final CaseFiles cases;
    private final SealedTable sealed;

    CustodyEvents(JdbcClient jdbc, Clock clock, SearchHashes hashes, CaseFiles cases, Sealing sealing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hashes = hashes;
        this.cases = cases;
        this.sealed = sealing.table("custody_event", "event_id", "outcome");
    }

    /**
     * Makes the rows on which {@link #waitForTurn} waits, one for each key, so that nodes wait for each other also while
     * the key changes. They stay, and are made on their own before the work begins.
     */
    void comeInto(String prisonNumber) {
        hashes.allOf(SearchHashes.PRISON_NUMBER, prisonNumber).forEach(this::makeTurn);
    }

    private void makeTurn(String prisonNumberHash) {
        try {
            jdbc.sql(
                            """
                    insert into custody_turn (prison_number_hash)
                    select :number from (values (1)) one (n)
                    where not exists (select 1 from custody_turn where prison_number_hash = :number)""")
                    .param("number", prisonNumberHash)
                    .update();
        } catch (DuplicateKeyException e) {
            // somebody else made it in the same moment, which is just as well
        }
    }

    /** Waits until nobody else takes in something about her, on any node, and keeps others waiting until the end. */
    void waitForTurn(String prisonNumber) {
        hashes.allOf(SearchHashes.PRISON_NUMBER, prisonNumber).stream().sorted().forEach(hash -> jdbc.sql(
                        "select 1 from custody_turn where prison_number_hash = ? for update")
                .param(hash)
                .query(Integer.class)
                .single());
    }

    /** The answer that this event got when it came first. */
    Optional<CustodyAnswer> answerTo(String eventId) {
        return jdbc.sql("select * from custody_event where event_hash in (:hashes)")
                .param("hashes", hashes.allOf(EVENT, eventId))
                .query(this::answer)
                .optional();
    }

    /** When the newest event of that subject happened that changed something about her. */
    Optional<Instant> lastApplied(String prisonNumber, String subject) {
        return jdbc.sql(
                        """
                select max(occurred_at) from custody_event
                where prison_number_hash in (:hashes) and subject = :subject and applied = true""")
                .param("hashes", hashes.allOf(SearchHashes.PRISON_NUMBER, prisonNumber))
                .param("subject", subject)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Everything that was reported about that case, oldest first. */
    List<HeldRecords.Held> of(String caseNumber) {
        return jdbc.sql("select * from custody_event where case_number = ? order by received_at")
                .param(caseNumber)
                .query((row, number) -> new HeldRecords.Held(
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("reported_by"),
                        "Report",
                        CustodyReports.values(
                                row.getString("event_type"),
                                row.getTimestamp("occurred_at").toInstant(),
                                sealed.open(row, "outcome"))))
                .list();
    }

    void keep(CustodyEvent event, CustodyAnswer answer, String reportedBy) {
        jdbc.sql(
                        """
                insert into custody_event (event_hash, event_id, event_type, subject, prison_number_hash, case_number,
                  occurred_at, applied, outcome, reported_by, received_at)
                values (:eventHash, :eventId, :type, :subject, :prisonNumberHash, :caseNumber,
                  :occurredAt, :applied, :outcome, :reportedBy, :receivedAt)""")
                .param("eventHash", hashes.of(EVENT, event.eventId()))
                .param("eventId", sealed.seal("event_id", answer.caseNumber(), event.eventId()))
                .param("type", event.type().name())
                .param("subject", event.type().subject())
                .param("prisonNumberHash", hashes.of(SearchHashes.PRISON_NUMBER, event.prisonNumber()))
                .param("caseNumber", answer.caseNumber())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("applied", answer.applied())
                .param("outcome", sealed.seal("outcome", answer.caseNumber(), answer.detail()))
                .param("reportedBy", reportedBy)
                .param("receivedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public int renewSome() {
        List<String> old = jdbc.sql("select event_hash from custody_event where event_hash not like ? limit 500")
                .param(hashes.currentPrefix() + "%")
                .query(String.class)
                .list();
        old.forEach(this::renew);
        return old.size();
    }

    private void renew(String eventHash) {
        jdbc.sql("select event_id, case_number from custody_event where event_hash = ?")
                .param(eventHash)
                .query(row -> {
                    CaseFile file = cases.get(row.getString("case_number"));
                    jdbc.sql("update custody_event set event_hash = ?, prison_number_hash = ? where event_hash = ?")
                            .params(
                                    hashes.of(EVENT, sealed.open(row, "event_id")),
                                    hashes.of(SearchHashes.PRISON_NUMBER, file.prisonNumber()),
                                    eventHash)
                            .update();
                });
    }

    /** Turns are made for each key that a node knows, and made anew when they are missing. */
    @Override
    public void forgetOlderKeys() {
        jdbc.sql("delete from custody_turn where prison_number_hash not like ?")
                .param(hashes.currentPrefix() + "%")
                .update();
    }

    @Override
    public String what() {
        return "custody_turn";
    }

    @Override
    public int erase(CaseFile file) {
        return jdbc.sql("delete from custody_turn where prison_number_hash in (:hashes)")
                .param("hashes", hashes.allOf(SearchHashes.PRISON_NUMBER, file.prisonNumber()))
                .update();
    }

    private CustodyAnswer answer(ResultSet row, int number) throws SQLException {
        return new CustodyAnswer(
                sealed.open(row, "event_id"),
                row.getString("event_type"),
                row.getString("case_number"),
                row.getBoolean("applied"),
                sealed.open(row, "outcome"));
    }
}
