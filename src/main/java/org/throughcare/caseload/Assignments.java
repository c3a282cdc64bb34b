package org.throughcare.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.HeldRecords;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Who carried which case, from when to when. */
@Component
class Assignments {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentStaff staff;

    private final SealedTable sealed;

    Assignments(JdbcClient jdbc, Clock clock, CurrentStaff staff, Sealing sealing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
        this.sealed = sealing.table("caseload_assignment", "reason");
    }

    void begin(String caseNumber, String userId, boolean overLimit, String reason) {
        jdbc.sql("update caseload_assignment set ended_at = :now where case_number = :caseNumber and ended_at is null")
                .param("now", now())
                .param("caseNumber", caseNumber)
                .update();
        jdbc.sql(
                        """
                insert into caseload_assignment (case_number, user_id, over_limit, reason, assigned_by, assigned_at)
                values (:caseNumber, :userId, :overLimit, :reason, :by, :now)""")
                .param("caseNumber", caseNumber)
                .param("userId", userId)
                .param("overLimit", overLimit)
                .param("reason", sealed.seal("reason", caseNumber, reason))
                .param("by", staff.userId())
                .param("now", now())
                .update();
    }

    /** Cases whose assignment to that person began or ended since that moment. */
    List<String> changedSince(String userId, Instant since) {
        return jdbc.sql(
                        """
                select distinct case_number from caseload_assignment
                where user_id = :userId and (assigned_at >= :since or ended_at >= :since)""")
                .param("userId", userId)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Who carried that case, in order. */
    List<HeldRecords.Held> of(String caseNumber) {
        return jdbc.sql("select * from caseload_assignment where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> held(row))
                .list();
    }

    private HeldRecords.Held held(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(AssignmentsHeld.CASE_MANAGER, row.getString("user_id"));
        values.put("Over the limit of her caseload", row.getBoolean("over_limit"));
        values.put("Why", sealed.open(row, "reason"));
        values.put(
                "Until",
                row.getTimestamp("ended_at") == null
                        ? null
                        : row.getTimestamp("ended_at").toInstant());
        return new HeldRecords.Held(
                row.getTimestamp("assigned_at").toInstant(), row.getString("assigned_by"), "Case manager", values);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
