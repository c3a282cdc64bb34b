package org.throughcare.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.Journal;
import org.throughcare.decisions.Decisions;
import org.throughcare.time.WorkingCalendar;

/**
 * Supervision of case managers: scheduled by the table supervisionInterval, never driven by crises (study 000). Each
 * active case manager has one running process; its sessions keep their rhythm whatever happens in between.
 */
@Component
@Transactional
public class Supervision {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final StaffMembers staffMembers;
    private final SupervisionRuns runs;
    private final Decisions decisions;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final CurrentStaff staff;

    Supervision(
            StaffMembers staffMembers,
            SupervisionRuns runs,
            Decisions decisions,
            WorkingCalendar calendar,
            Clock clock,
            JdbcClient jdbc,
            Journal journal,
            CurrentStaff staff) {
        this.staffMembers = staffMembers;
        this.runs = runs;
        this.decisions = decisions;
        this.calendar = calendar;
        this.clock = clock;
        this.jdbc = jdbc;
        this.journal = journal;
        this.staff = staff;
    }

    /** Begins supervision for every active case manager who has none; safe to call again at every start. */
    public void ensureScheduled() {
        staffMembers.active(StaffMember.CASE_MANAGER).forEach(this::ensureScheduled);
    }

    /** Two nodes that start at once wait for each other here, so that nobody is supervised twice. */
    private void ensureScheduled(StaffMember caseManager) {
        staffMembers.holdPlaces(caseManager.site());
        if (!runs.isRunning(caseManager.userId())) {
            runs.begin(caseManager);
        }
    }

    /** Begins or ends supervision with the case manager being active. */
    @EventListener
    public void on(StaffChanged changed) {
        if (!changed.member().isCaseManager()) {
            return;
        }
        if (changed.member().active()) {
            ensureScheduled(changed.member());
            runs.moveTo(changed.member().userId(), changed.member().site());
        } else {
            runs.end(changed.member().userId());
        }
    }

    /**
     * The session after the last one, in the morning of a day at her site. Sessions that a pause of the application or a
     * long wait has swallowed are not made up for.
     *
     * @param last when the last session was planned; empty before the first
     */
    @Transactional(readOnly = true)
    public PlannedSession next(String userId, String site, Optional<Instant> last) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(
                "workingPattern",
                staffMembers
                        .find(userId, StaffMember.CASE_MANAGER)
                        .map(StaffMember::workingPattern)
                        .orElse(null));
        Map<String, Object> interval =
                decisions.ask("supervisionInterval", inputs).only();
        Instant at = last.orElse(clock.instant());
        do {
            LocalDate day = calendar.dateAt(site, calendar.dueAfter(site, (String) interval.get("every"), at));
            at = calendar.at(site, day, MORNING);
        } while (!at.isAfter(clock.instant()));
        return new PlannedSession(at, calendar.dueAfter(site, (String) interval.get("overdueAfter"), at));
    }

    /** When that case manager's next session is planned; empty when she has no supervision. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextOf(String userId) {
        return runs.nextOf(userId);
    }

    /** Keeps that the session was held or missed. */
    public void record(SupervisionSession session) {
        jdbc.sql(
                        """
                insert into supervision_session (user_id, site, planned_at, outcome, held_on, caseload_reviewed,
                  caseload_view, recorded_by, recorded_at)
                values (:userId, :site, :plannedAt, :outcome, :heldOn, :reviewed, :view, :by, :now)""")
                .param("userId", session.userId())
                .param("site", session.site())
                .param("plannedAt", OffsetDateTime.ofInstant(session.plannedAt(), ZoneOffset.UTC))
                .param("outcome", session.isHeld() ? "held" : "missed")
                .param("heldOn", session.heldOn().orElse(null))
                .param("reviewed", session.caseloadReviewed())
                .param("view", session.caseloadView().orElse(null))
                .param("by", staff.userId())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        journal.write(
                null,
                "supervision",
                "Supervision of " + session.userId() + (session.isHeld() ? " was held." : " was missed."),
                Map.of("caseManager", session.userId(), "outcome", session.isHeld() ? "held" : "missed"));
    }

    /** Her supervision has ended because she is no longer active. */
    public void noteEnded(String userId) {
        journal.write(null, "supervisionEnded", "Supervision of " + userId + " ended.", Map.of("caseManager", userId));
    }

    /** All recorded sessions of that case manager, oldest first. */
    @Transactional(readOnly = true)
    public List<SupervisionSession> sessionsOf(String userId) {
        return jdbc.sql("select * from supervision_session where user_id = ? order by planned_at, id")
                .param(userId)
                .query(Supervision::row)
                .list();
    }

    private static SupervisionSession row(ResultSet row, int number) throws SQLException {
        return new SupervisionSession(
                row.getString("user_id"),
                row.getString("site"),
                row.getTimestamp("planned_at").toInstant(),
                Optional.ofNullable(row.getObject("held_on", LocalDate.class)),
                row.getBoolean("caseload_reviewed"),
                Optional.ofNullable(row.getString("caseload_view")));
    }
}
