package org.throughcare.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.throughcare.decisions.feel.TableFeel;

/**
 * How often a second one thread asks a table of 30 rules and four inputs: Camunda's own FEEL and ours, in turns, in one
 * run. Run it with {@code mvn -Dskip.frontend -Dtest=FeelBenchmark -DargLine=-Xmx1g test}: the build's own arguments keep
 * Java's better compiler off. It counts the thread's own processor time, so that a busy machine does not show.
 */
class FeelBenchmark {

    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final List<String> TRACKS =
            List.of("\"remand\"", "\"veryShort\"", "\"short\"", "\"full\"", "\"recall\", null");
    private static final List<String> DAYS = List.of("&lt; 0", "[0..42]", "&gt; 42, null");
    private static final List<String> FAR = List.of("true", "false, null");

    private final List<Map<String, Object>> inputs = inputs();

    @Test
    void thirtyRules() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        DmnEngine original = engine(new DefaultDmnEngineConfiguration());
        DefaultDmnEngineConfiguration fast = new DefaultDmnEngineConfiguration();
        fast.setFeelEngineFactory(new TableFeel());
        DmnEngine ours = engine(fast);
        System.out.printf("%n%-34s %12s %12s %8s%n", "30 rules, evaluations a second", "Camunda's", "ours", "ratio");
        for (int round = 1; round <= ROUNDS; round++) {
            double before = rate(original);
            double after = rate(ours);
            System.out.printf("round %-28d %12.0f %12.0f %8.1f%n", round, before, after, after / before);
        }
    }

    private static DmnEngine engine(DefaultDmnEngineConfiguration configuration) {
        return configuration.buildEngine();
    }

    private double rate(DmnEngine engine) {
        DmnDecision table =
                engine.parseDecision("table", new ByteArrayInputStream(table().getBytes(StandardCharsets.UTF_8)));
        long began = ownTime();
        int count = 0;
        while (ownTime() - began < ROUND.toNanos()) {
            for (Map<String, Object> input : inputs) {
                engine.evaluateDecisionTable(table, Variables.fromMap(input)).getSingleResult();
                count++;
            }
        }
        return count * 1e9 / (ownTime() - began);
    }

    private static long ownTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Map<String, Object>> inputs() {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (String track : Arrays.asList("remand", "veryShort", "short", "full", "recall", null)) {
            for (Integer days : Arrays.asList(-3, 0, 42, 43, 200, null)) {
                for (Boolean far : Arrays.asList(true, false, null)) {
                    Map<String, Object> input = new HashMap<>();
                    input.put("track", track);
                    input.put("days", days);
                    input.put("far", far);
                    input.put("risk", "low");
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    private static String table() {
        StringBuilder rules = new StringBuilder();
        int number = 1;
        for (String track : TRACKS) {
            for (String days : DAYS) {
                for (String far : FAR) {
                    rules.append(
                            "<rule id=\"r%d\">%s%s%s%s<outputEntry id=\"o%d\"><text>\"P7D\"</text></outputEntry></rule>"
                                    .formatted(
                                            number,
                                            cell(track),
                                            cell(days),
                                            cell(far),
                                            cell("\"low\", \"medium\", \"high\", null"),
                                            number++));
                }
            }
        }
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="table" name="table"><decisionTable id="t" hitPolicy="UNIQUE">
                %s%s%s%s<output id="every" name="every" typeRef="string"/>%s</decisionTable></decision></definitions>"""
                .formatted(
                        column("track", "string"),
                        column("days", "double"),
                        column("far", "boolean"),
                        column("risk", "string"),
                        rules);
    }

    private static String cell(String text) {
        return "<inputEntry><text>" + text + "</text></inputEntry>";
    }

    private static String column(String name, String type) {
        return "<input id=\"" + name + "\"><inputExpression id=\"of" + name + "\" typeRef=\"" + type + "\"><text>"
                + name + "</text></inputExpression></input>";
    }
}
