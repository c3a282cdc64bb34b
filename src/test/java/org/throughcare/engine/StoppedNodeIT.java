package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.throughcare.Throughcare;
import org.throughcare.access.UsedInModels;

/** A node that is asked to stop finishes the job that it has in hand, and takes no other. */
class StoppedNodeIT {

    private static final String DATABASE = "jdbc:h2:mem:stopped;DB_CLOSE_DELAY=-1";

    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("slowWork")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .serviceTask("ServiceTask_Slow")
            .camundaAsyncBefore()
            .camundaExpression("${slowStep.take()}")
            .serviceTask("ServiceTask_Next")
            .camundaAsyncBefore()
            .camundaExpression("${slowStep.take()}")
            .endEvent()
            .done();

    @Test
    void theJobInHandIsFinishedAndTheNextOneIsLeftToOthers() throws Exception {
        SpringApplication application = new SpringApplication(Throughcare.class, WithSlowStep.class);
        application.setAdditionalProfiles("test");
        ConfigurableApplicationContext node = application.run(
                "--spring.datasource.url=" + DATABASE, "--camunda.bpm.job-execution.enabled=true", "--server.port=0");
        ProcessEngine engine = node.getBean(ProcessEngine.class);
        SlowStep step = node.getBean(SlowStep.class);
        AsApplication asApplication = node.getBean(AsApplication.class);
        asApplication.run(() -> engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("slowWork.bpmn", MODEL)
                .deploy());
        asApplication.run(() -> engine.getRuntimeService().startProcessInstanceByKey("slowWork"));
        assertThat(step.begun.await(1, TimeUnit.MINUTES)).isTrue();

        CompletableFuture.runAsync(node::close).get(1, TimeUnit.MINUTES);

        assertThat(step.finished).isEqualTo(1);
        assertThat(JdbcClient.create(new DriverManagerDataSource(DATABASE, "sa", ""))
                        .sql(
                                """
                                select act_id_ || ' ' || coalesce(job.lock_owner_, 'free') from act_ru_execution execution
                                join act_ru_job job on job.execution_id_ = execution.id_
                                where job.process_def_key_ = 'slowWork'""")
                        .query(String.class)
                        .list())
                .containsExactly("ServiceTask_Next free");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithSlowStep {

        @Bean
        SlowStep slowStep() {
            return new SlowStep();
        }
    }

    /** Ends only after the node was asked to stop. */
    @UsedInModels
    static class SlowStep implements ApplicationListener<ContextClosedEvent> {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch stopping = new CountDownLatch(1);
        private volatile int finished;

        public void take() throws InterruptedException {
            begun.countDown();
            stopping.await();
            // the stopping node has time to be impatient
            Thread.sleep(Duration.ofSeconds(2).toMillis());
            finished++;
        }

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            stopping.countDown();
        }
    }
}
