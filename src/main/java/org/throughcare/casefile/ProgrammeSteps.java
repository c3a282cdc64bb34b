package org.throughcare.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** The ordered steps of her programmes and how far each has come (domain rule 5). */
@Component
@Transactional
public class ProgrammeSteps {

    private static final Set<String> ENDED = Set.of("completed", "leftEarly", "declined", "outstanding");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    private final SealedTable sealed;

    ProgrammeSteps(JdbcClient jdbc, Journal journal, Clock clock, Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.sealed = sealing.table("programme_step", "activity", "gate", "reason", "status_reason");
    }

    /** Adds steps, planned. */
    public void plan(String caseNumber, List<NewStep> steps) {
        for (NewStep step : steps) {
            jdbc.sql(
                            """
                    insert into programme_step (case_number, step, activity, kind, gate, reason, status)
                    values (:caseNumber, :step, :activity, :kind, :gate, :reason, 'planned')""")
                    .param("caseNumber", caseNumber)
                    .param("step", step.step())
                    .param("activity", sealed.seal("activity", caseNumber, step.activity()))
                    .param("kind", step.kind())
                    .param("gate", sealed.seal("gate", caseNumber, step.gate()))
                    .param("reason", sealed.seal("reason", caseNumber, step.reason()))
                    .update();
        }
        journal.write(
                caseNumber,
                "programmePlanned",
                "Programme sequence planned.",
                Map.of("steps", steps.stream().map(NewStep::activity).toList()));
    }

    /** All steps of that case, in their order. */
    public List<ProgrammeStep> of(String caseNumber) {
        return jdbc.sql("select * from programme_step where case_number = ? order by step, id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /** The step with that id. */
    public ProgrammeStep get(long id) {
        return jdbc.sql("select * from programme_step where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    /** The step has another status now; starting and ending keep their moment. */
    public void changeStatus(long id, String status, String reason) {
        ProgrammeStep step = get(id);
        OffsetDateTime now = Moments.toColumn(clock.instant());
        OffsetDateTime started =
                step.startedAt() == null && "running".equals(status) ? now : Moments.toColumn(step.startedAt());
        jdbc.sql(
                        """
                update programme_step
                set status = :status, status_reason = :reason, started_at = :started, ended_at = :ended where id = :id""")
                .param("status", status)
                .param("reason", sealed.seal("status_reason", step.caseNumber(), reason))
                .param("started", started)
                .param("ended", ENDED.contains(status) ? now : null)
                .param("id", id)
                .update();
        journal.write(
                step.caseNumber(),
                "programmeStepChanged",
                step.activity() + " is " + status + (reason == null ? "." : ": " + reason),
                Map.of("stepId", id, "activity", step.activity(), "status", status));
    }

    private ProgrammeStep row(ResultSet row, int number) throws SQLException {
        return new ProgrammeStep(
                row.getLong("id"),
                row.getString("case_number"),
                row.getInt("step"),
                sealed.open(row, "activity"),
                row.getString("kind"),
                sealed.open(row, "gate"),
                sealed.open(row, "reason"),
                row.getString("status"),
                sealed.open(row, "status_reason"),
                Moments.fromColumn(row, "started_at"),
                Moments.fromColumn(row, "ended_at"));
    }
}
