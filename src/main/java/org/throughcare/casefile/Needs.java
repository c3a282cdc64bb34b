package org.throughcare.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Her needs over the pathways (domain rule 4), one row a pathway. */
@Component
@Transactional
public class Needs {

    private final JdbcClient jdbc;
    private final Clock clock;

    private final SealedTable sealed;

    Needs(JdbcClient jdbc, Clock clock, Sealing sealing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sealed = sealing.table("need", "level", "status", "side");
    }

    /** What is known of that pathway now. */
    public void record(String caseNumber, Need need) {
        jdbc.sql("delete from need where case_number = ? and pathway = ?")
                .params(caseNumber, need.pathway())
                .update();
        jdbc.sql(
                        """
                insert into need (case_number, pathway, level, status, side, target_date, updated_at)
                values (:caseNumber, :pathway, :level, :status, :side, :targetDate, :at)""")
                .param("caseNumber", caseNumber)
                .param("pathway", need.pathway())
                .param("level", sealed.seal("level", caseNumber, need.level()))
                .param("status", sealed.seal("status", caseNumber, need.status()))
                .param("side", sealed.seal("side", caseNumber, need.side()))
                .param("targetDate", need.targetDate())
                .param("at", Moments.toColumn(clock.instant()))
                .update();
    }

    /** All needs of that case, by pathway. */
    public List<Need> of(String caseNumber) {
        return jdbc.sql("select * from need where case_number = ? order by pathway")
                .param(caseNumber)
                .query((row, number) -> new Need(
                        row.getString("pathway"),
                        sealed.open(row, "level"),
                        sealed.open(row, "status"),
                        sealed.open(row, "side"),
                        row.getObject("target_date", LocalDate.class)))
                .list();
    }
}
