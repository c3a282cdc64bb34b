package org.throughcare.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that were taken. Every call runs in the caller's transaction. */
@Component
class CustodyEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustodyEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the row on which {@link #waitForTurn} waits. It stays, and runs on its own before the work begins. */
    void comeInto(String prisonNumber) {
        try {
            jdbc.sql(
                            """
                    insert into custody_turn (prison_number)
                    select :number from (values (1)) one (n)
                    where not exists (select 1 from custody_turn where prison_number = :number)""")
                    .param("number", prisonNumber)
                    .update();
        } catch (DuplicateKeyException e) {
            // somebody else made it in the same moment, which is just as well
        }
    }

    /** Waits until nobody else takes in something about her, on any node, and keeps others waiting until the end. */
    void waitForTurn(String prisonNumber) {
        jdbc.sql("select prison_number from custody_turn where prison_number = ? for update")
                .param(prisonNumber)
                .query(String.class)
                .single();
    }

    /** The answer that this event got when it came first. */
    Optional<CustodyAnswer> answerTo(String eventId) {
        return jdbc.sql("select * from custody_event where event_id = ?")
                .param(eventId)
                .query(CustodyEvents::answer)
                .optional();
    }

    /** When the newest event of that subject happened that changed something about her. */
    Optional<Instant> lastApplied(String prisonNumber, String subject) {
        return jdbc.sql(
                        """
                select max(occurred_at) from custody_event
                where prison_number = ? and subject = ? and applied = true""")
                .params(prisonNumber, subject)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    void keep(CustodyEvent event, CustodyAnswer answer, String reportedBy) {
        jdbc.sql(
                        """
                insert into custody_event (event_id, event_type, subject, prison_number, case_number, occurred_at,
                  applied, outcome, reported_by, received_at)
                values (:eventId, :type, :subject, :prisonNumber, :caseNumber, :occurredAt,
                  :applied, :outcome, :reportedBy, :receivedAt)""")
                .param("eventId", event.eventId())
                .param("type", event.type().name())
                .param("subject", event.type().subject())
                .param("prisonNumber", event.prisonNumber())
                .param("caseNumber", answer.caseNumber())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("applied", answer.applied())
                .param("outcome", answer.detail())
                .param("reportedBy", reportedBy)
                .param("receivedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CustodyAnswer answer(ResultSet row, int number) throws SQLException {
        return new CustodyAnswer(
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("case_number"),
                row.getBoolean("applied"),
                row.getString("outcome"));
    }
}
