package org.throughcare.decisions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.Json;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Keeps each decision with its reasons. */
@Component
class DecisionLog {

    private final JdbcClient jdbc;
    private final Json json;
    private final Journal journal;
    private final Clock clock;

    private final SealedTable sealed;

    DecisionLog(JdbcClient jdbc, Json json, Journal journal, Clock clock, Sealing sealing) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
        this.sealed = sealing.table("decision_made", "inputs", "rules", "outputs");
    }

    void write(String caseNumber, Decided decided) {
        jdbc.sql(
                        """
                insert into decision_made (case_number, decision, version, inputs, rules, outputs, decided_at)
                values (:caseNumber, :decision, :version, :inputs, :rules, :outputs, :at)""")
                .param("caseNumber", caseNumber)
                .param("decision", decided.decision())
                .param("version", decided.version())
                .param("inputs", sealed.seal("inputs", caseNumber, json.write(decided.inputs())))
                .param("rules", sealed.seal("rules", caseNumber, json.write(decided.rules())))
                .param("outputs", sealed.seal("outputs", caseNumber, json.write(decided.rows())))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        journal.write(
                caseNumber,
                "decided",
                "The table " + decided.decision() + " (version " + decided.version() + ") decided.",
                Map.of(
                        "decision", decided.decision(),
                        "version", decided.version(),
                        "inputs", decided.inputs(),
                        "rules", decided.rules()));
    }
}
