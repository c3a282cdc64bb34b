package org.throughcare.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** The objectives of her plan, completed and outstanding ones go into the handover (domain rule 8). */
@Component
@Transactional
public class Objectives {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    private final SealedTable sealed;

    Objectives(JdbcClient jdbc, Journal journal, Clock clock, Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.sealed = sealing.table("objective", "description", "pathway");
    }

    /** Adds an objective, planned, and returns its id. */
    public long add(String caseNumber, NewObjective objective) {
        long id = Inserts.returningId(jdbc.sql(
                        """
                insert into objective (case_number, description, pathway, side, status, target_date, created_at, updated_at)
                values (:caseNumber, :description, :pathway, :side, 'planned', :targetDate, :at, :at)""")
                .param("caseNumber", caseNumber)
                .param("description", sealed.seal("description", caseNumber, objective.description()))
                .param("pathway", sealed.seal("pathway", caseNumber, objective.pathway()))
                .param("side", objective.side())
                .param("targetDate", objective.targetDate())
                .param("at", Moments.toColumn(clock.instant())));
        journal.write(caseNumber, "objectiveAdded", "Objective: " + objective.description(), Map.of("objectiveId", id));
        return id;
    }

    /** All objectives of that case, in the order in which they were agreed. */
    public List<Objective> of(String caseNumber) {
        return jdbc.sql("select * from objective where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new Objective(
                        row.getLong("id"),
                        row.getString("case_number"),
                        sealed.open(row, "description"),
                        sealed.open(row, "pathway"),
                        row.getString("side"),
                        row.getString("status"),
                        row.getObject("target_date", LocalDate.class)))
                .list();
    }

    /** The objective has another status now. */
    public void changeStatus(long id, String status, String reason) {
        String caseNumber = jdbc.sql("select case_number from objective where id = ?")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update objective set status = :status, updated_at = :at where id = :id")
                .param("status", status)
                .param("at", Moments.toColumn(clock.instant()))
                .param("id", id)
                .update();
        journal.write(
                caseNumber,
                "objectiveChanged",
                "Objective " + id + " is " + status + ": " + reason,
                Map.of("objectiveId", id, "status", status));
    }
}
