package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughcare.ProcessTest;

/** The engine forgets the way a case took when its time is over; the record does not. */
class HistoryCleanupTest extends ProcessTest {

    private static final Duration TIME_TO_LIVE = Duration.ofDays(400);

    @AfterEach
    void noMoreCleaning() {
        historyService.findHistoryCleanupJobs().forEach(job -> managementService.deleteJob(job.getId()));
    }

    @Test
    void aPhaseThatEndedIsForgottenWhileTheJourneyGoesOn() {
        String caseNumber = aWoman().releasedOn(LocalDate.of(2030, 1, 1)).admitted();
        String journey = start("journey", caseNumber, Map.of("admissionDone", false, "assessmentDone", false))
                .getId();
        runJobs();
        String admission = partOf(journey, "admission").getId();
        runtimeService
                .createProcessInstanceModification(admission)
                .cancelAllForActivity("UserTask_MeetOnArrival")
                .execute();
        assertThat(partOf(journey, "admission").getEndTime()).isNotNull();
        int written = journal.of(caseNumber).size();

        clock.freezeAt(START.plus(TIME_TO_LIVE).minus(Duration.ofDays(1)));
        clean();
        assertThat(history(admission)).isOne();

        clock.freezeAt(START.plus(TIME_TO_LIVE));
        clean();
        assertThat(history(admission)).isZero();
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(admission)
                        .count())
                .isZero();
        assertThat(history(journey)).isOne();
        assertThat(journal.of(caseNumber)).hasSize(written);
        assertThat(cases.get(caseNumber).status()).isEqualTo("open");
    }

    /** As a node does it: the engine plans its cleaning at the start, and again after each night. */
    @Test
    void itIsCleanedAtNightByItselfAndNotByDay() {
        String caseNumber = aWoman().admitted();
        String admission = start("admission", caseNumber).getId();
        runJobs();
        runtimeService
                .createProcessInstanceModification(admission)
                .cancelAllForActivity("UserTask_MeetOnArrival")
                .execute();
        int written = journal.of(caseNumber).size();
        LocalDate over = LocalDate.ofInstant(START.plus(TIME_TO_LIVE), ZoneOffset.UTC);
        try {
            window("01:00+0000", "05:00+0000");
            clock.freezeAt(over.atTime(9, 0).toInstant(ZoneOffset.UTC));
            historyService.cleanUpHistoryAsync(false);

            runJobs();
            clock.freezeAt(over.plusDays(1).atTime(0, 59).toInstant(ZoneOffset.UTC));
            runJobs();
            assertThat(history(admission)).isOne();

            clock.freezeAt(over.plusDays(1).atTime(1, 0).toInstant(ZoneOffset.UTC));
            runCleaners();
            assertThat(history(admission)).isZero();
            assertThat(journal.of(caseNumber)).hasSize(written);
            assertThat(cases.get(caseNumber).status()).isEqualTo("open");

            clock.freezeAt(over.plusDays(1).atTime(5, 1).toInstant(ZoneOffset.UTC));
            runCleaners();
            assertThat(historyService.findHistoryCleanupJobs())
                    .isNotEmpty()
                    .extracting(job -> job.getDuedate().toInstant())
                    .containsOnly(over.plusDays(2).atTime(1, 0).toInstant(ZoneOffset.UTC));
        } finally {
            window(null, null);
        }
    }

    private void window(String from, String until) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getHistoryCleanupBatchWindows().clear();
        configuration.setHistoryCleanupBatchWindowStartTime(from);
        configuration.setHistoryCleanupBatchWindowEndTime(until);
        configuration.initHistoryCleanup();
    }

    /** Each once: within the window the engine looks again and again. */
    private void runCleaners() {
        managementService.createJobQuery().executable().list().stream()
                .filter(job -> historyService.findHistoryCleanupJobs().stream()
                        .anyMatch(cleaner -> cleaner.getId().equals(job.getId())))
                .forEach(job -> managementService.executeJob(job.getId()));
    }

    @Test
    void theWindowOfProductionIsTakenByTheEngine() {
        ProcessEngineConfigurationImpl configuration = new SpringProcessEngineConfiguration();

        new HistoryCleanup("01:00+0000", "05:00+0000").setUp(configuration);

        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00+0000");
        assertThat(configuration.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00+0000");
        assertThat(configuration.getHistoryCleanupStrategy()).isEqualTo("endTimeBased");
        assertThat(configuration.getHistoryRemovalTimeStrategy()).isEqualTo("none");
    }

    private HistoricProcessInstance partOf(String journey, String process) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(journey)
                .processDefinitionKey(process)
                .singleResult();
    }

    private long history(String instance) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .count();
    }

    private void clean() {
        historyService.cleanUpHistoryAsync(true);
        List<Job> cleaners = historyService.findHistoryCleanupJobs();
        assertThat(cleaners).isNotEmpty();
        cleaners.forEach(job -> managementService.executeJob(job.getId()));
    }
}
