package org.throughcare.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The figures at {@code /actuator/prometheus}. They are read every half minute and not at each scrape, so that no scraper
 * can make the database busy. All nodes tell the same; a dashboard takes the highest. What each means, when to worry, and
 * what to do then stands in {@code src/docs/operations/monitoring.md}.
 */
@Component
class OperationsMetrics {

    private static final String CASES = "throughcare.cases";
    private static final String OVERDUE = "throughcare.tasks.overdue";

    private final OperationsFigures figures;
    private final MultiGauge cases;
    private final MultiGauge overdue;
    private final Map<String, Double> read = new ConcurrentHashMap<>();

    OperationsMetrics(OperationsFigures figures, MeterRegistry registry) {
        this.figures = figures;
        this.cases = MultiGauge.builder(CASES)
                .description("Open cases by phase, without restricted ones")
                .register(registry);
        this.overdue = MultiGauge.builder(OVERDUE)
                .description("Open tasks past their due date by role, without those of restricted cases")
                .register(registry);
        gauge(registry, "throughcare.messages.waiting", "Messages that have not gone out", null);
        gauge(registry, "throughcare.messages.oldest", "How long the oldest of them has waited", "seconds");
        gauge(registry, "throughcare.jobs.due", "Jobs that could run now", null);
        gauge(registry, "throughcare.jobs.failed", "Jobs that wait for a person", null);
        gauge(registry, "throughcare.timers.lag", "How late the longest waiting job is", "seconds");
    }

    private void gauge(MeterRegistry registry, String name, String description, String unit) {
        Gauge.builder(name, () -> read.getOrDefault(name, 0.0))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    /** Reads them anew. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT30S")
    void readAgain() {
        cases.register(rows("phase", figures.openCasesByPhase()), true);
        overdue.register(rows("role", figures.overdueTasksByRole()), true);
        read.put("throughcare.messages.waiting", (double) figures.waitingMessages());
        read.put("throughcare.messages.oldest", (double) figures.oldestMessage().toSeconds());
        read.put("throughcare.jobs.due", (double) figures.dueJobs());
        read.put("throughcare.jobs.failed", (double) figures.failedJobs());
        read.put("throughcare.timers.lag", (double) figures.timerLag().toSeconds());
    }

    private static List<Row<?>> rows(String by, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .<Row<?>>map(count -> Row.of(Tags.of(by, count.getKey()), count.getValue()))
                .toList();
    }
}
