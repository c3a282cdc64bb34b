package org.throughcare.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Json;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** What tables decided about women, for those who ask how a table does its work. */
@Component
@Transactional(readOnly = true)
public class PastDecisions {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Json json;
    private final CaseFiles cases;
    private final CaseInputs caseInputs;
    private final SealedTable sealed;

    PastDecisions(JdbcClient jdbc, Json json, CaseFiles cases, CaseInputs caseInputs, Sealing sealing) {
        this.jdbc = jdbc;
        this.json = json;
        this.cases = cases;
        this.caseInputs = caseInputs;
        this.sealed = sealing.table("decision_made", "inputs", "rules", "outputs");
    }

    /**
     * A decision.
     *
     * @param rules those that fired
     */
    public record Past(
            long id,
            String caseNumber,
            String decision,
            int version,
            Map<String, Object> inputs,
            List<FiredRule> rules,
            Instant decidedAt) {

        /** The ids of the rules that fired. */
        public List<String> ruleIds() {
            return rules.stream().map(FiredRule::id).toList();
        }
    }

    /**
     * A rule that fired.
     *
     * @param annotation its source and reason, as the table said them then
     */
    public record FiredRule(String id, String annotation) {}

    /** The newest decisions of that table about cases, the newest first, at most that many. */
    public List<Past> newest(String decision, Instant since, int limit) {
        return jdbc.sql(
                        """
                select * from decision_made where decision = ? and decided_at >= ? and case_number is not null
                order by id desc limit ?""")
                .params(decision, since.atOffset(ZoneOffset.UTC), limit)
                .query(this::past)
                .list();
    }

    /** Decisions in the order in which they were made, from the one after that id. */
    public List<Past> after(long id, int limit) {
        return jdbc.sql("select * from decision_made where id > ? order by id limit ?")
                .params(id, limit)
                .query(this::past)
                .list();
    }

    /** The newest decisions about that case, the newest first, at most that many. */
    public List<Past> ofCase(String caseNumber, int limit) {
        return jdbc.sql("select * from decision_made where case_number = ? order by id desc limit ?")
                .params(caseNumber, limit)
                .query(this::past)
                .list();
    }

    /** Decisions about those cases, up to the one with that id. */
    public List<Past> about(Collection<String> caseNumbers, long upTo) {
        List<Past> made = new ArrayList<>();
        inParts(
                List.copyOf(caseNumbers),
                part -> made.addAll(jdbc.sql(
                                "select * from decision_made where case_number in (:cases) and id <= :upTo order by id")
                        .param("cases", part)
                        .param("upTo", upTo)
                        .query(this::past)
                        .list()));
        return made;
    }

    /** The newest decision of that table about each open case, by case number. */
    public Map<String, Past> lastAboutOpenCases(String decision) {
        List<String> open = cases.allOpen().stream().map(CaseFile::caseNumber).toList();
        Map<String, Past> last = new LinkedHashMap<>();
        inParts(open, part -> jdbc.sql(
                        """
                select * from decision_made where id in (
                  select max(id) from decision_made where decision = :decision and case_number in (:cases)
                  group by case_number)""")
                .param("decision", decision)
                .param("cases", part)
                .query(this::past)
                .list()
                .forEach(past -> last.put(past.caseNumber(), past)));
        return last;
    }

    private static void inParts(List<String> all, Consumer<List<String>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /**
     * What a table would be asked about that case today: what the record says now, and for what only the caller knew, what
     * was said at the last decision.
     */
    public Map<String, Object> inputsToday(String caseNumber, List<String> names, Map<String, Object> saidLast) {
        return caseInputs.today(caseNumber, names, saidLast);
    }

    private Past past(ResultSet row, int number) throws SQLException {
        return new Past(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("decision"),
                row.getInt("version"),
                json.readMap(sealed.open(row, "inputs")),
                fired(json.read(sealed.open(row, "rules"))),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private static List<FiredRule> fired(Object rules) {
        return ((List<?>) rules).stream().map(rule -> fired((Map<?, ?>) rule)).toList();
    }

    private static FiredRule fired(Map<?, ?> rule) {
        return new FiredRule(String.valueOf(rule.get("id")), Objects.toString(rule.get("annotation"), ""));
    }
}
