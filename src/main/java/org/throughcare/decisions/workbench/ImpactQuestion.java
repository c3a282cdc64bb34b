package org.throughcare.decisions.workbench;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughcare.decisions.PastDecisions;
import org.throughcare.decisions.PastDecisions.Past;
import org.throughcare.decisions.TableTrials;
import org.throughcare.decisions.TableTrials.Trial;
import org.throughcare.decisions.TrialFailedException;

/**
 * Asks a draft and the live table the same questions: those of the past twelve months, and those about the open cases as
 * they stand today. One question of this kind at a time on a node, so that the work of staff goes on beside it.
 */
@Component
class ImpactQuestion {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactQuestion.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(365);
    private static final int MOST_DECISIONS = 10_000;
    private static final int A_STEP = 200;
    private static final String DAYS_TO_RELEASE = "daysToRelease";
    private static final double A_WEEK = Duration.ofDays(7).toHours();

    private final PastDecisions decisions;
    private final TableTrials trials;
    private final ImpactRuns runs;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "impact");
        thread.setDaemon(true);
        return thread;
    });

    ImpactQuestion(PastDecisions decisions, TableTrials trials, ImpactRuns runs, Clock clock) {
        this.decisions = decisions;
        this.trials = trials;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Begins to compare.
     *
     * @param live the text that decides now
     * @param draft the text that might
     * @param hidden cases that do not exist for who asks
     * @return the run's id
     */
    String ask(String decision, String live, String draft, Set<String> hidden, String askedBy) {
        Trial now = trials.of(decision, live);
        Trial then = trials.of(decision, draft);
        UnaryOperator<String> labels = TableText.of(draft)::labelOf;
        String id = runs.begin(decision, askedBy);
        afterCommit(() -> worker.submit(() -> {
            try {
                compare(id, decision, now, then, hidden, labels);
            } catch (TrialFailedException e) {
                runs.fail(id);
            } catch (RuntimeException e) {
                LOG.error(
                        "A comparison of {} failed: {}", decision, e.getClass().getName());
                runs.fail(id);
            }
        }));
        return id;
    }

    /** The worker finds the run only when it is committed, which is later when it begins together with a proposal. */
    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void compare(
            String id, String decision, Trial now, Trial then, Set<String> hidden, UnaryOperator<String> labels) {
        Instant since = clock.instant().minus(LOOKED_BACK);
        List<Past> past = decisions.newest(decision, since, MOST_DECISIONS).stream()
                .filter(made -> !hidden.contains(made.caseNumber()))
                .toList();
        Map<String, Past> open = decisions.lastAboutOpenCases(decision);
        open.keySet().removeAll(hidden);
        int total = past.size() + open.size();
        int done = 0;
        Workload workload = new Workload();
        Comparison inThePast = new Comparison(labels);
        double weeks = weeks(past);
        for (Past made : past) {
            if (done++ % A_STEP == 0 && !runs.progress(id, done - 1, total)) {
                return;
            }
            List<Map<String, Object>> before = now.ask(made.inputs()).rows();
            List<Map<String, Object>> after = then.ask(made.inputs()).rows();
            inThePast.add(made.caseNumber(), before, after);
            workload.decided(before, after, weeks);
        }
        Comparison today = new Comparison(labels);
        for (Past last : open.values()) {
            if (done++ % A_STEP == 0 && !runs.progress(id, done - 1, total)) {
                return;
            }
            Map<String, Object> inputs = decisions.inputsToday(last.caseNumber(), both(now, then), last.inputs());
            List<Map<String, Object>> before = now.ask(inputs).rows();
            List<Map<String, Object>> after = then.ask(inputs).rows();
            today.add(last.caseNumber(), before, after);
            workload.goesOn(before, after, (Number) inputs.get(DAYS_TO_RELEASE));
        }
        runs.finish(id, new Impact(inThePast.result(), today.result(), workload.result()));
    }

    /** What either table asks, and when she leaves: that is how long what was decided goes on. */
    private static List<String> both(Trial now, Trial then) {
        return Stream.of(now.inputs(), then.inputs(), List.of(DAYS_TO_RELEASE))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** From the oldest of them until now, at least one. */
    private double weeks(List<Past> past) {
        return past.isEmpty()
                ? 1
                : Math.max(
                        1,
                        Duration.between(past.get(past.size() - 1).decidedAt(), clock.instant())
                                        .toHours()
                                / A_WEEK);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
