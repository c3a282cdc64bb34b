package org.throughcare.erasure;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.NoSuchCaseException;
import org.throughcare.sealing.SearchHashes;

/**
 * Erases a closed case from the record, the engine and everything that belongs to it, whole or not at all. Every table
 * with a column {@code case_number} is emptied of it, so that a table that is added later is not forgotten.
 */
@Component
class CaseErasure {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final List<ErasedWithCase> more;
    private final ErasureProofs proofs;
    private final RetentionSettings settings;
    private final SearchHashes hashes;
    private final CurrentStaff staff;
    private final Clock clock;

    CaseErasure(
            JdbcClient jdbc,
            CaseFiles cases,
            List<ErasedWithCase> more,
            ErasureProofs proofs,
            RetentionSettings settings,
            SearchHashes hashes,
            CurrentStaff staff,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.more = more;
        this.proofs = proofs;
        this.settings = settings;
        this.hashes = hashes;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Erases the case and keeps the proof.
     *
     * @param reference file number of the order; null when time is the ground
     * @throws NoSuchCaseException when there is no such case
     * @throws CaseStillOpenException when it is open
     */
    @Transactional
    ErasureProof erase(String caseNumber, Ground ground, String reference) {
        cases.hold(caseNumber);
        CaseFile file = cases.get(caseNumber);
        if (file.isOpen()) {
            throw new CaseStillOpenException(caseNumber);
        }
        Map<String, Integer> removed = new LinkedHashMap<>();
        more.forEach(part -> count(removed, part.what(), part.erase(file)));
        for (String table : tables()) {
            if (settings.pseudonymised().contains(table)) {
                pseudonymise(table, caseNumber);
            } else {
                count(removed, table, delete(table, caseNumber));
            }
        }
        count(removed, "case_file", delete("case_file", caseNumber));
        ErasureProof proof = new ErasureProof(
                ground.name(),
                reference,
                staff.userId(),
                clock.instant(),
                removed.values().stream().mapToInt(Integer::intValue).sum(),
                removed);
        proofs.keep(caseNumber, proof);
        return proof;
    }

    private List<String> tables() {
        return jdbc
                .sql(
                        """
                select t.table_name from information_schema.tables t
                join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
                where t.table_schema = current_schema and t.table_type = 'BASE TABLE'
                  and lower(c.column_name) = 'case_number' and lower(t.table_name) <> 'case_file'
                order by t.table_name""")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .toList();
    }

    private int delete(String table, String caseNumber) {
        return jdbc.sql("delete from " + table + " where case_number = ?")
                .param(caseNumber)
                .update();
    }

    private void pseudonymise(String table, String caseNumber) {
        jdbc.sql("update " + table + " set case_number = ? where case_number = ?")
                .params(hashes.of(SearchHashes.CASE_NUMBER, caseNumber), caseNumber)
                .update();
    }

    private static void count(Map<String, Integer> removed, String what, int rows) {
        if (rows > 0) {
            removed.merge(what, rows, Integer::sum);
        }
    }
}
