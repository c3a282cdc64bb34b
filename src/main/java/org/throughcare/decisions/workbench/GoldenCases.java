package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.decisions.TableTrials.Trial;
import org.throughcare.decisions.TrialFailedException;

/**
 * The golden cases of each table: those that the product brings, until analysts change them. Who has a draft of the table
 * changes them with it: they become the table's when the draft does, and the person who approves sees both.
 */
@Component
@Transactional
class GoldenCases {

    private static final Map<String, Object> UNDECIDED = Map.of("problem", "cannot be decided");

    private final JdbcClient jdbc;
    private final Clock clock;

    GoldenCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The cases of a table.
     *
     * @param revision counts the changes; 0 while nobody changed them
     * @param ofDraft they belong to a draft
     */
    record Kept(int revision, String csv, boolean ofDraft) {}

    /** How one case came out. */
    record Outcome(
            String name,
            boolean ok,
            @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> expected,
            @JsonSerialize(contentUsing = WithNulls.class) List<Map<String, Object>> got) {}

    /** Those of the table. */
    Kept of(String decision) {
        return kept(decision).orElseGet(() -> new Kept(0, packaged(decision), false));
    }

    /** Those of her draft when she has one; otherwise those of the table. */
    Kept of(String decision, String analyst) {
        return jdbc.sql("select golden_revision, golden_cases from table_draft where decision = ? and author = ?")
                .params(decision, analyst)
                .query((row, number) -> new Kept(
                        row.getInt("golden_revision"),
                        Optional.ofNullable(row.getString("golden_cases"))
                                .orElseGet(() -> of(decision).csv()),
                        true))
                .optional()
                .orElseGet(() -> of(decision));
    }

    /** Those that her draft changed; empty when it changed none. */
    Optional<String> changedByDraft(String decision, String analyst) {
        return jdbc.sql(
                        """
                select golden_cases from table_draft
                where decision = ? and author = ? and golden_cases is not null""")
                .params(decision, analyst)
                .query(String.class)
                .optional();
    }

    private Optional<Kept> kept(String decision) {
        return jdbc.sql("select revision, cases from golden_cases where decision = ?")
                .param(decision)
                .query((row, number) -> new Kept(row.getInt("revision"), row.getString("cases"), false))
                .optional();
    }

    private static String packaged(String decision) {
        try (InputStream file = GoldenCases.class.getResourceAsStream("/decisions/golden/" + decision + ".csv")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps these cases, with her draft when she has one.
     *
     * @param revision the one that was seen last
     * @throws SavedElsewhereException when they were changed since
     */
    Kept save(String decision, int revision, String csv, String author) {
        if (!of(decision, author).ofDraft()) {
            saveForTable(decision, revision, csv, author);
        } else if (jdbc.sql(
                                """
                        update table_draft set golden_cases = ?, golden_revision = golden_revision + 1
                        where decision = ? and author = ? and golden_revision = ?""")
                        .params(csv, decision, author, revision)
                        .update()
                == 0) {
            throw new SavedElsewhereException(of(decision, author).revision(), null);
        }
        return of(decision, author);
    }

    /** A draft that became the table brings its cases. */
    void release(String decision, String csv, String author) {
        saveForTable(decision, of(decision).revision(), csv, author);
    }

    private void saveForTable(String decision, int revision, String csv, String author) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Kept found = of(decision);
        if (found.revision() != revision) {
            throw new SavedElsewhereException(found.revision(), null);
        }
        if (revision == 0) {
            jdbc.sql(
                            "insert into golden_cases (decision, revision, cases, changed_by, changed_at) values (?, 1, ?, ?, ?)")
                    .params(decision, csv, author, now)
                    .update();
        } else if (jdbc.sql(
                                """
                        update golden_cases set revision = revision + 1, cases = ?, changed_by = ?, changed_at = ?
                        where decision = ? and revision = ?""")
                        .params(csv, author, now, decision, revision)
                        .update()
                == 0) {
            throw new SavedElsewhereException(of(decision).revision(), null);
        }
    }

    /** Whether each case comes out as expected. */
    static List<Outcome> run(List<GoldenCase> cases, Trial trial) {
        return cases.stream().map(golden -> run(golden, trial)).toList();
    }

    private static Outcome run(GoldenCase golden, Trial trial) {
        try {
            List<Map<String, Object>> got = trial.ask(golden.inputs()).rows();
            boolean ok = got.size() == golden.outputs().size();
            for (int row = 0; ok && row < got.size(); row++) {
                ok = fits(golden.outputs().get(row), got.get(row));
            }
            return new Outcome(golden.name(), ok, golden.outputs(), got);
        } catch (TrialFailedException e) {
            return new Outcome(golden.name(), false, golden.outputs(), List.of(UNDECIDED));
        }
    }

    private static boolean fits(Map<String, Object> expected, Map<String, Object> got) {
        return expected.entrySet().stream().allMatch(output -> same(output.getValue(), got.get(output.getKey())));
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.equals(blankIsNull(one), blankIsNull(other));
    }

    private static Object blankIsNull(Object value) {
        return "".equals(value) ? null : value;
    }
}
