package org.throughcare.rehearsal;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.engine.MovableClock;
import org.throughcare.journey.tasks.TaskFilters;
import org.throughcare.messages.MessageWorkers;

/** Moves a demo's time while the engine's own workers rest, and remembers how far it was moved. */
@Component
@ConditionalOnProperty(name = "throughcare.movable-clock", havingValue = "true")
class ClockTower {

    private final MovableClock clock;
    private final Rehearsal rehearsal;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;
    private final TaskFilters taskFilters;
    private final MessageWorkers messages;

    ClockTower(
            MovableClock clock,
            Rehearsal rehearsal,
            ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc,
            TaskFilters taskFilters,
            MessageWorkers messages) {
        this.clock = clock;
        this.rehearsal = rehearsal;
        this.engine = engine;
        this.jdbc = jdbc;
        this.taskFilters = taskFilters;
        this.messages = messages;
    }

    Instant now() {
        return clock.instant();
    }

    /** Runs everything that falls due up to that moment, in order, and goes on from there; returns how many jobs ran. */
    synchronized int moveTo(Instant moment) {
        int[] jobs = new int[1];
        whileWorkersRest(() -> jobs[0] = rehearsal.runTo(moment));
        return jobs[0];
    }

    /** Runs that with all workers at rest; afterwards the clock goes on from where it stands. */
    synchronized void whileWorkersRest(Runnable work) {
        messages.restDuring(() -> whileEngineRests(work));
    }

    private void whileEngineRests(Runnable work) {
        JobExecutor workers = engine.getJobExecutor();
        boolean worked = workers.isActive();
        if (worked) {
            workers.shutdown();
        }
        try {
            work.run();
        } finally {
            clock.moveTo(clock.instant());
            remember(clock.offset());
            taskFilters.refresh();
            if (worked) {
                workers.start();
            }
        }
    }

    /** Takes up the time where it was left. */
    void resume() {
        jdbc.sql("select offset_millis from rehearsal_clock where id = 1")
                .query(Long.class)
                .optional()
                .ifPresent(millis -> clock.moveTo(Instant.now().plusMillis(millis)));
    }

    private void remember(Duration offset) {
        jdbc.sql("delete from rehearsal_clock").update();
        jdbc.sql("insert into rehearsal_clock (id, offset_millis) values (1, ?)")
                .param(offset.toMillis())
                .update();
    }
}
