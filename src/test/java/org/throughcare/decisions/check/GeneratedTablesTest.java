package org.throughcare.decisions.check;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.LoggerFactory;
import org.throughcare.decisions.feel.TableFeel;

/**
 * What the check says of any table is true, and it leaves nothing out: each gap and overlap that it reports is confirmed
 * by Camunda's DMN engine with Camunda's own FEEL, and each that a walk over a fine grid of inputs finds is reported.
 */
class GeneratedTablesTest {

    /** A column with cells that an analyst might write, and everything that makes a difference to them. */
    enum Fact {
        NUMBER(
                "double",
                List.of(
                        "",
                        "-",
                        "< 3",
                        "<= 3",
                        "> 3",
                        ">= 3, null",
                        "[1..5]",
                        "(1..5]",
                        "[1..5)",
                        "(1..5)",
                        "null",
                        "3",
                        "not(3)",
                        "1, 5",
                        "? > 1 and ? < 5",
                        "not([1..3])",
                        "< 1, > 5",
                        "-2",
                        "> -2",
                        "? = null or ? > 5"),
                Arrays.asList(-3.0, -2.0, -1.5, 0.5, 1.0, 2.0, 3.0, 3.5, 4.0, 5.0, 6.0, null)),
        WHOLE(
                "integer",
                List.of("", "< 2", ">= 2", "[2..4]", "(2..4)", "4, null", "> 3", "null", "not(2)"),
                Arrays.asList(0, 1, 2, 3, 4, 5, 6, null)),
        WORD(
                "string",
                List.of(
                        "",
                        "\"low\"",
                        "\"low\", \"high\"",
                        "not(\"low\")",
                        "not(\"low\", \"high\")",
                        "null",
                        "\"high\", null",
                        "? = \"low\"",
                        "list contains([\"low\", \"high\"], ?)"),
                Arrays.asList("low", "high", "something else", null)),
        TRUTH(
                "boolean",
                List.of("", "true", "false", "false, null", "null", "true, false"),
                Arrays.asList(true, false, null)),
        LIST(
                "",
                List.of(
                        "",
                        "list contains(?, \"a\")",
                        "list contains(?, \"b\")",
                        "? = null or not(list contains(?, \"a\"))",
                        "list contains(?, \"a\") and not(list contains(?, \"b\"))",
                        "null"),
                Arrays.asList(List.of(), List.of("a"), List.of("b"), List.of("a", "b"), null));

        final String type;
        final List<String> cells;
        final List<Object> values;

        Fact(String type, List<String> cells, List<?> values) {
            this.type = type;
            this.cells = cells;
            this.values = new ArrayList<>(values);
        }

        /** A list is told from the cells that look into it: without one there is nothing to tell. */
        String column(int number) {
            return name().toLowerCase() + number;
        }
    }

    record Table(List<Fact> facts, List<List<String>> rules) {

        String xml(String hitPolicy) {
            WrittenTable table = WrittenTable.with(hitPolicy);
            IntStream.range(0, facts.size())
                    .forEach(i -> table.asks(facts.get(i).column(i), facts.get(i).type));
            table.answers("rule", "integer");
            for (int rule = 0; rule < rules.size(); rule++) {
                List<String> cells = new ArrayList<>(rules.get(rule));
                cells.add(String.valueOf(rule + 1));
                table.rule(cells.toArray(String[]::new));
            }
            return table.xml();
        }

        List<Map<String, Object>> grid() {
            List<Map<String, Object>> points = List.of(Map.of());
            for (int i = 0; i < facts.size(); i++) {
                String name = facts.get(i).column(i);
                List<Object> values = facts.get(i).values;
                points = points.stream()
                        .flatMap(point -> values.stream().map(value -> {
                            Map<String, Object> more = new LinkedHashMap<>(point);
                            more.put(name, value);
                            return more;
                        }))
                        .toList();
            }
            return points;
        }

        @Override
        public String toString() {
            return facts + rules.stream().map(rule -> "\n" + rule).collect(Collectors.joining());
        }
    }

    private static final DmnEngine ORIGINAL = new DefaultDmnEngineConfiguration().buildEngine();
    private static final DmnEngine FAST = fast();

    @BeforeContainer
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.WARN);
    }

    @Provide
    Arbitrary<Table> tables() {
        return Arbitraries.of(Fact.class).list().ofMinSize(1).ofMaxSize(3).flatMap(facts -> {
            Arbitrary<List<String>> rule = Combinators.combine(facts.stream()
                            .map(fact -> (Arbitrary<String>) Arbitraries.of(fact.cells))
                            .toList())
                    .as(cells -> cells);
            return rule.list().ofMinSize(1).ofMaxSize(7).map(rules -> new Table(facts, rules));
        });
    }

    @Property(tries = 150)
    void whatIsReportedIsSo(@ForAll("tables") Table table) {
        DmnDecision rules = decision(ORIGINAL, table);
        for (Finding finding : check(table, "UNIQUE").findings()) {
            if (finding.kind() == Kind.GAP && !finding.example().isEmpty()) {
                assertThat(firing(ORIGINAL, rules, finding.example()))
                        .as(finding.message())
                        .isEmpty();
            }
            if (finding.kind() == Kind.OVERLAP) {
                assertThat(firing(ORIGINAL, rules, finding.example()))
                        .as(finding.message())
                        .contains(
                                number(finding.rules().get(0)),
                                number(finding.rules().get(1)));
            }
        }
    }

    @Property(tries = 60)
    void nothingIsLeftOut(@ForAll("tables") Table table) {
        DmnDecision rules = decision(FAST, table);
        CheckReport unique = check(table, "UNIQUE");
        assertThat(unique.proved()).isTrue();
        boolean gap = false;
        Set<Integer> ever = new TreeSet<>();
        Set<Integer> first = new TreeSet<>();
        Set<List<Integer>> together = new java.util.HashSet<>();
        for (Map<String, Object> point : table.grid()) {
            List<Integer> firing = firing(FAST, rules, point);
            gap |= firing.isEmpty();
            ever.addAll(firing);
            firing.stream().findFirst().ifPresent(first::add);
            firing.forEach(one ->
                    firing.stream().filter(other -> one < other).forEach(other -> together.add(List.of(one, other))));
        }
        assertThat(found(unique, Kind.GAP)).isEqualTo(gap);
        assertThat(overlaps(unique)).isEqualTo(together);
        assertThat(rows(unique, Kind.NEVER_FIRES)).isEqualTo(others(table, ever));
        CheckReport ordered = check(table, "FIRST");
        assertThat(found(ordered, Kind.GAP)).isEqualTo(gap);
        assertThat(rows(ordered, Kind.SHADOWED, Kind.NEVER_FIRES)).isEqualTo(others(table, first));
    }

    private static CheckReport check(Table table, String hitPolicy) {
        return TableCheck.check(table.xml(hitPolicy), Optional.empty());
    }

    private static boolean found(CheckReport report, Kind kind) {
        return report.findings().stream().anyMatch(finding -> finding.kind() == kind);
    }

    private static Set<Integer> rows(CheckReport report, Kind... kinds) {
        return report.findings().stream()
                .filter(finding -> List.of(kinds).contains(finding.kind()))
                .map(Finding::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<List<Integer>> overlaps(CheckReport report) {
        return report.findings().stream()
                .filter(finding -> finding.kind() == Kind.OVERLAP)
                .flatMap(finding -> finding.rules().stream().skip(1).map(other -> java.util.stream.Stream.of(
                                number(finding.rules().get(0)), number(other))
                        .sorted()
                        .toList()))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> others(Table table, Set<Integer> rules) {
        return IntStream.rangeClosed(1, table.rules().size())
                .filter(rule -> !rules.contains(rule))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.replace("Rule_", ""));
    }

    /** The numbers of the rules that fire, in their order. */
    private static List<Integer> firing(DmnEngine engine, DmnDecision table, Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(table, Variables.fromMap(inputs)).collectEntries("rule");
    }

    private static DmnDecision decision(DmnEngine engine, Table table) {
        return engine.parseDecision(
                "table", new ByteArrayInputStream(table.xml("RULE ORDER").getBytes(StandardCharsets.UTF_8)));
    }

    private static DmnEngine fast() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new TableFeel());
        return configuration.buildEngine();
    }
}
