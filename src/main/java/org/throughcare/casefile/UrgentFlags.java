package org.throughcare.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Urgent flags: raised by a table or by any member of staff, answered within their deadline (domain rule 2). */
@Component
@Transactional
public class UrgentFlags {

    /** Answered, and nothing more to do. */
    public static final String CLOSED = "closed";

    /** Answered; a care plan goes on and the flag stays in sight. */
    public static final String CARE_PLAN = "carePlan";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    private final SealedTable sealed;

    UrgentFlags(
            JdbcClient jdbc,
            Journal journal,
            Clock clock,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.staff = staff;
        this.events = events;
        this.sealed = sealing.table("urgent_flag", "reason", "outcome");
    }

    /** Raises a flag and returns its id. */
    public long raise(NewFlag flag) {
        long id = Inserts.returningId(jdbc.sql(
                        """
                insert into urgent_flag (case_number, flag, severity, role, respond_by, reason, status, raised_by, raised_at)
                values (:caseNumber, :flag, :severity, :role, :respondBy, :reason, 'open', :by, :at)""")
                .param("caseNumber", flag.caseNumber())
                .param("flag", flag.flag())
                .param("severity", flag.severity())
                .param("role", flag.role())
                .param("respondBy", Moments.toColumn(flag.respondBy()))
                .param("reason", sealed.seal("reason", flag.caseNumber(), flag.reason()))
                .param("by", staff.userId())
                .param("at", Moments.toColumn(clock.instant())));
        journal.write(
                flag.caseNumber(),
                "urgentFlagRaised",
                "Urgent: " + flag.flag() + ". " + flag.reason(),
                Map.of(
                        "flagId",
                        id,
                        "flag",
                        flag.flag(),
                        "severity",
                        flag.severity(),
                        "respondBy",
                        flag.respondBy().toString()));
        events.publishEvent(new UrgentFlagRaised(flag.caseNumber()));
        return id;
    }

    /** The flag with that id. */
    public Flag get(long id) {
        return jdbc.sql("select * from urgent_flag where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    /** Flags of that case that are not closed, oldest first. */
    public List<Flag> open(String caseNumber) {
        return jdbc.sql("select * from urgent_flag where case_number = ? and status <> 'closed' order by id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /** Flags of all those cases that are not closed, oldest first. */
    public List<Flag> open(List<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from urgent_flag where case_number in (:numbers) and status <> 'closed' order by id")
                        .param("numbers", caseNumbers)
                        .query(this::row)
                        .list();
    }

    /** All flags of that case, oldest first. */
    public List<Flag> of(String caseNumber) {
        return jdbc.sql("select * from urgent_flag where case_number = ? order by id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /** The deadline passed and the supervisor was told. */
    public void escalated(long id) {
        changeStatus(id, "escalated", null);
    }

    /** The flag was answered with that outcome. */
    public void answered(long id, String outcome) {
        changeStatus(id, CLOSED, outcome);
    }

    /** The flag was answered, and a care plan goes on. */
    public void keptInCarePlan(long id) {
        changeStatus(id, CARE_PLAN, null);
    }

    /**
     * Another team answers the flag now.
     *
     * @param role its role stem
     * @param respondBy its deadline
     */
    public void passedOn(long id, String role, Instant respondBy) {
        Flag flag = get(id);
        jdbc.sql("update urgent_flag set role = :role, respond_by = :respondBy, status = 'open' where id = :id")
                .param("role", role)
                .param("respondBy", Moments.toColumn(respondBy))
                .param("id", id)
                .update();
        journal.write(
                flag.caseNumber(),
                "urgentFlagPassedOn",
                "Urgent flag " + flag.flag() + " is passed on from " + flag.role() + " to " + role + ".",
                Map.of("flagId", id, "flag", flag.flag(), "role", role, "respondBy", respondBy.toString()));
    }

    private void changeStatus(long id, String status, String outcome) {
        Flag flag = get(id);
        jdbc.sql("update urgent_flag set status = :status, outcome = :outcome, closed_at = :closedAt where id = :id")
                .param("status", status)
                .param("outcome", sealed.seal("outcome", flag.caseNumber(), outcome))
                .param("closedAt", CLOSED.equals(status) ? Moments.toColumn(clock.instant()) : null)
                .param("id", id)
                .update();
        journal.write(
                flag.caseNumber(),
                "urgentFlag" + Character.toUpperCase(status.charAt(0)) + status.substring(1),
                "Urgent flag " + flag.flag() + " is " + status + (outcome == null ? "." : ": " + outcome + "."),
                Map.of("flagId", id, "flag", flag.flag(), "outcome", String.valueOf(outcome)));
    }

    private Flag row(ResultSet row, int number) throws SQLException {
        return new Flag(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("flag"),
                row.getString("severity"),
                row.getString("role"),
                Moments.fromColumn(row, "respond_by"),
                sealed.open(row, "reason"),
                row.getString("status"),
                sealed.open(row, "outcome"),
                row.getString("raised_by"),
                Moments.fromColumn(row, "raised_at"));
    }
}
