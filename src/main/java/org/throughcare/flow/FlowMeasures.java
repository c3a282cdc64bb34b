package org.throughcare.flow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.flow.EngineHistory.Waiting;
import org.throughcare.monitoring.measures.Definition;
import org.throughcare.monitoring.measures.Dimension;
import org.throughcare.monitoring.measures.Group;
import org.throughcare.monitoring.measures.Measure;
import org.throughcare.monitoring.measures.Row;
import org.throughcare.monitoring.measures.Scope;
import org.throughcare.monitoring.measures.Value;

/** How long the phases take, and where cases wait. */
@Configuration(proxyBeanMethods = false)
class FlowMeasures {

    @Bean
    Measure phaseTimes(StepTimes times) {
        return new PhaseTimes(times);
    }

    @Bean
    Measure waiting(EngineHistory history, Models models) {
        return new WaitingCases(history, models);
    }

    /** From the counts of finished processes. */
    private record PhaseTimes(StepTimes times) implements Measure {

        private static final Definition DEFINITION = new Definition(
                "phaseTimes",
                Group.FLOW,
                "How long phases take",
                "Phases that ended in the month (UTC), each woman once for each time she went through it: half took"
                        + " longer than the median, one in ten longer than the 90th percentile. Exact to the hour up to"
                        + " two days, then to the day. A phase that the journey itself ends, as release ends its preparation, counts;"
                        + " restricted cases never do. Without a period the last twelve months. A case counts at the site where the woman is.",
                StepTimes.OF_PROCESSES,
                "domain.md, the journey and its rules",
                List.of(new Dimension("phase", "Phase", CaseFiles.PHASES), Dimension.of("month", "Month")),
                List.of(
                        new Value("median", "Median", "days"),
                        new Value("p90", "90th percentile", "days"),
                        new Value("women", "Women", "women")),
                false);

        @Override
        public Definition definition() {
            return DEFINITION;
        }

        @Override
        public List<Row> rows(Scope scope) {
            Map<String, Map<LocalDate, Durations>> found = times.ofProcesses(FlowQuestion.of(scope));
            return CaseFiles.PHASES.stream()
                    .flatMap(phase -> found.getOrDefault(phase, Map.of()).entrySet().stream()
                            .map(month -> row(phase, month.getKey(), month.getValue())))
                    .toList();
        }

        private static Row row(String phase, LocalDate month, Durations took) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("median", took.medianDays());
            values.put("p90", took.p90Days());
            values.put("women", took.count());
            return new Row(Map.of("phase", phase, "month", month.toString().substring(0, 7)), values);
        }

        @Override
        public Optional<String> label(String dimension, String code) {
            return dimension.equals("month") ? Optional.of(code) : Optional.empty();
        }
    }

    /** From the engine, as it is now. */
    private static final class WaitingCases implements Measure {

        private static final String PROCESS = "process";
        private static final String STEP = "step";
        private static final Definition DEFINITION = new Definition(
                "waiting",
                Group.FLOW,
                "Where cases wait",
                "Open cases that wait now at a step of a process: for somebody's work, for a message or for a day. A case"
                        + " that waits twice at the same step counts twice; the list names it once.",
                EngineHistory.WAITING,
                "domain.md, the journey and its rules",
                List.of(Dimension.of(PROCESS, "Process"), Dimension.of(STEP, "Step")),
                List.of(new Value("waiting", "Waiting", "cases"), new Value("longest", "Longest wait", "days")),
                true);

        private final EngineHistory history;
        private final Models models;

        /** What people call processes and steps: those of the newest models, when somebody last asked. */
        private volatile Map<String, String> names = Map.of();

        WaitingCases(EngineHistory history, Models models) {
            this.history = history;
            this.models = models;
        }

        @Override
        public Definition definition() {
            return DEFINITION;
        }

        @Override
        public List<Row> rows(Scope scope) {
            names = names();
            return history.waiting("", false, FlowQuestion.of(scope)).stream()
                    .sorted(Comparator.comparing(Waiting::count)
                            .reversed()
                            .thenComparing(Waiting::process)
                            .thenComparing(Waiting::step))
                    .map(found -> row(found, scope))
                    .toList();
        }

        private static Row row(Waiting found, Scope scope) {
            Map<String, String> of = new LinkedHashMap<>();
            of.put(PROCESS, found.process());
            of.put(STEP, found.step());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("waiting", found.count());
            values.put("longest", Duration.between(found.since(), scope.now()).toDays());
            return new Row(of, values);
        }

        @Override
        public List<String> cases(Scope scope, Map<String, String> of, String value) {
            return history.casesWaiting(
                    of.getOrDefault(PROCESS, ""), of.getOrDefault(STEP, ""), FlowQuestion.of(scope));
        }

        @Override
        public Optional<String> label(String dimension, String code) {
            return Optional.ofNullable(names.get(code));
        }

        private Map<String, String> names() {
            Map<String, String> found = new HashMap<>();
            models.newest().forEach(process -> {
                found.putAll(models.names(process.definitionId()));
                found.put(process.key(), process.name());
            });
            return found;
        }
    }
}
