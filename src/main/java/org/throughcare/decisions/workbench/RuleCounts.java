package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.access.OneAtATime;
import org.throughcare.decisions.PastDecisions;
import org.throughcare.decisions.PastDecisions.Past;

/**
 * How often each rule fired. The record's decisions are counted every few minutes, by month and without their cases: that
 * a rule fired for a woman can be her health, and stays sealed.
 */
@Component
class RuleCounts {

    /** What stands for a decision that no rule made. */
    private static final String NO_RULE = "";

    /** What stands for each decision, whatever its rules. */
    private static final String ANY = "*";

    private static final int AT_ONCE = 2_000;
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final PastDecisions decisions;
    private final OneAtATime oneAtATime;
    private final Clock clock;

    RuleCounts(JdbcClient jdbc, PastDecisions decisions, OneAtATime oneAtATime, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.oneAtATime = oneAtATime;
        this.clock = clock;
    }

    /**
     * How often a table's rules fired in the last twelve months.
     *
     * @param byRule by rule id
     * @param decisions how often the table decided about a case
     * @param fellThrough how often no rule fired
     */
    record Counts(Map<String, Integer> byRule, int decisions, int fellThrough) {

        static final Counts NONE = new Counts(Map.of(), 0, 0);

        int of(String ruleId) {
            return byRule.getOrDefault(ruleId, 0);
        }
    }

    /**
     * The counts of each table, by its id.
     *
     * @param hidden cases that do not exist for the reader: what was decided about them is not counted
     */
    Map<String, Counts> all(Set<String> hidden) {
        LocalDate from =
                month(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS));
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        jdbc.sql(
                        "select decision, rule_id, sum(times) times from rule_fired where fired_in >= ? group by decision, rule_id")
                .param(from)
                .query(row -> {
                    counts.computeIfAbsent(row.getString("decision"), key -> new HashMap<>())
                            .put(row.getString("rule_id"), row.getInt("times"));
                });
        if (!hidden.isEmpty()) {
            rows(decisions.about(hidden, reached())).forEach((row, times) -> {
                if (!row.month().isBefore(from)) {
                    counts.getOrDefault(row.decision(), Map.of()).merge(row.ruleId(), -times, Integer::sum);
                }
            });
        }
        Map<String, Counts> all = new HashMap<>();
        counts.forEach((decision, byRule) ->
                all.put(decision, new Counts(byRule, byRule.getOrDefault(ANY, 0), byRule.getOrDefault(NO_RULE, 0))));
        return all;
    }

    /** The counts of that table, without the cases that are hidden. */
    Counts of(String decision, Set<String> hidden) {
        return all(hidden).getOrDefault(decision, Counts.NONE);
    }

    /** Counts what was decided since the last time. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5M")
    void countOn() {
        oneAtATime.run(() -> {
            long reached = reached();
            List<Past> made = decisions.after(reached, AT_ONCE);
            while (!made.isEmpty()) {
                count(made);
                reached = made.get(made.size() - 1).id();
                made = decisions.after(reached, AT_ONCE);
            }
            jdbc.sql("update rule_count_reached set reached = ?").param(reached).update();
        });
    }

    private long reached() {
        return jdbc.sql("select reached from rule_count_reached")
                .query(Long.class)
                .single();
    }

    private record Row(String decision, int version, LocalDate month, String ruleId) {}

    private void count(List<Past> made) {
        rows(made).forEach(this::add);
    }

    private static Map<Row, Integer> rows(List<Past> made) {
        Map<Row, Integer> times = new HashMap<>();
        for (Past decision : made) {
            LocalDate month = month(LocalDate.ofInstant(decision.decidedAt(), ZoneOffset.UTC));
            List<String> rules = decision.ruleIds().isEmpty() ? List.of(NO_RULE) : decision.ruleIds();
            Stream.concat(Stream.of(ANY), rules.stream())
                    .forEach(rule -> times.merge(
                            new Row(decision.decision(), decision.version(), month, rule), 1, Integer::sum));
        }
        return times;
    }

    private void add(Row row, int times) {
        int known = jdbc.sql(
                        """
                update rule_fired set times = times + ?
                where decision = ? and version = ? and fired_in = ? and rule_id = ?""")
                .params(times, row.decision(), row.version(), row.month(), row.ruleId())
                .update();
        if (known == 0) {
            jdbc.sql("insert into rule_fired (decision, version, fired_in, rule_id, times) values (?, ?, ?, ?, ?)")
                    .params(row.decision(), row.version(), row.month(), row.ruleId(), times)
                    .update();
        }
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
