package org.throughcare.erasure;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.sealing.SearchHashes;

/** The proofs of erasures, found by the hash of the case number. */
@Component
class ErasureProofs {

    private final JdbcClient jdbc;
    private final SearchHashes hashes;

    ErasureProofs(JdbcClient jdbc, SearchHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    void keep(String caseNumber, ErasureProof proof) {
        jdbc.sql(
                        """
                insert into erasure_proof (case_number_hash, ground, reference, erased_by, erased_at, rows_removed, removed_from)
                values (:hash, :ground, :reference, :by, :at, :rows, :from)""")
                .param("hash", hashes.of(SearchHashes.CASE_NUMBER, caseNumber))
                .param("ground", proof.ground())
                .param("reference", proof.reference())
                .param("by", proof.erasedBy())
                .param("at", proof.erasedAt().atOffset(ZoneOffset.UTC))
                .param("rows", proof.rowsRemoved())
                .param("from", text(proof.removedFrom()))
                .update();
    }

    /** The proofs of that case number, oldest first. */
    List<ErasureProof> of(String caseNumber) {
        return jdbc.sql("select * from erasure_proof where case_number_hash in (:hashes) order by id")
                .param("hashes", hashes.allOf(SearchHashes.CASE_NUMBER, caseNumber))
                .query((row, number) -> new ErasureProof(
                        row.getString("ground"),
                        row.getString("reference"),
                        row.getString("erased_by"),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getInt("rows_removed"),
                        counts(row.getString("removed_from"))))
                .list();
    }

    private static String text(Map<String, Integer> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((from, rows) ->
                text.append(text.isEmpty() ? "" : ", ").append(from).append(' ').append(rows));
        return text.toString();
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String one : text.split(", ")) {
            int blank = one.lastIndexOf(' ');
            if (blank > 0) {
                counts.put(one.substring(0, blank), Integer.valueOf(one.substring(blank + 1)));
            }
        }
        return counts;
    }
}
