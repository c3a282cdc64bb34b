package org.throughcare.operations;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.operations.OperationRuns.Waiting;

/** Does what waits, one by one, on a thread of its own; so does every node. */
@Component
class OperationWorker implements DisposableBean {

    private static final int AT_ONCE = 20;

    private final OperationRuns runs;
    private final OperationDesk desk;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "operations"));
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean ends;

    OperationWorker(OperationRuns runs, OperationDesk desk) {
        this.runs = runs;
        this.desk = desk;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT2S")
    void lookForWork() {
        if (working.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    workOn();
                } finally {
                    working.set(false);
                }
            });
        }
    }

    /** Does everything that waits. */
    void workOn() {
        List<Waiting> waiting = runs.waiting(AT_ONCE);
        while (!waiting.isEmpty() && !ends) {
            for (Waiting next : waiting) {
                if (!ends) {
                    desk.perform(next);
                }
            }
            waiting = runs.waiting(AT_ONCE);
        }
    }

    /** Ends after the one that is being done; the others wait for the next start or another node. */
    @Override
    public void destroy() {
        ends = true;
        thread.shutdown();
    }
}
