package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
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
