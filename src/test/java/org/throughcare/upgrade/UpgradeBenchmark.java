package org.throughcare.upgrade;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.engine.PackagedFiles;
import org.throughcare.journey.Journeys;

/**
 * How long a new release keeps the first node from being ready, on PostgreSQL: the check before, and taking 1,000 running
 * journeys along, then 2,000, so that one can see how it grows. Run it with {@code mvn -Dskip.frontend
 * -Dtest=UpgradeBenchmark -DargLine=-Duser.timezone=UTC test}.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class UpgradeBenchmark extends ProcessTest {

    private static final int WOMEN = 1_000;
    private static final int RELEASES = 2;

    @Autowired
    RepositoryService repository;

    @Autowired
    DataSource database;

    @Autowired
    UpgradeAtStart upgrade;

    @Autowired
    Journeys journeys;

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void thousandsGoAlong() {
        for (int release = 1; release <= RELEASES; release++) {
            admit(release);
            runJobs();
            int running = journeysRunning();
            deploy("99." + release + ".0");
            double check = seconds(() -> UpgradeCheck.of(database));
            double along = seconds(() -> upgrade.run(new DefaultApplicationArguments()));
            System.out.printf(
                    "%,d journeys: the check %.1f s, taking along %.1f s, %.1f ms for each%n",
                    running, check, along, along * 1000 / running);
        }
    }

    /** At once: one by one, as other tests end theirs, it would take longer than everything else. */
    @AfterEach
    void theEstateIsGone() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url + "?user=postgres");
        JdbcClient.create(owner)
                .sql("truncate act_ru_execution, act_ru_task, act_ru_job, act_ru_variable, act_ru_event_subscr,"
                        + " act_ru_identitylink, act_ru_incident cascade")
                .update();
    }

    private void admit(int release) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int number = 0; number < WOMEN; number++) {
            Map<String, Object> answers = new HashMap<>();
            answers.put("prisonNumber", "%c%04dBM".formatted('A' + release, number));
            answers.put("womanName", "Woman " + number);
            answers.put(
                    "dateOfBirth",
                    LocalDate.of(1991, 3, 4).minusDays(number * 9L).toString());
            answers.put("site", number % 2 == 0 ? "north" : "south");
            answers.put("admissionDate", today.toString());
            answers.put("legalStatus", "sentenced");
            answers.put("releaseDate", today.plusDays(200 + number % 500).toString());
            answers.put("homeDistrict", "Northtown");
            answers.put("language", "English");
            journeys.register(answers);
        }
    }

    private int journeysRunning() {
        return (int) runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(UpgradePlans.JOURNEY)
                .count();
    }

    /** This release with another text of the journey. */
    private void deploy(String release) {
        Map<String, String> files = new TreeMap<>();
        PackagedFiles.in("processes", "bpmn").forEach((name, text) -> files.put("processes/" + name, text));
        PackagedFiles.in("forms", "form").forEach((name, text) -> files.put("forms/" + name, text));
        files.computeIfPresent(
                "processes/journey.bpmn",
                (name, text) ->
                        text.replaceFirst("camunda:versionTag=\"[^\"]*\"", "camunda:versionTag=\"" + release + "\""));
        DeploymentBuilder deployment = repository.createDeployment().name(release);
        files.forEach(deployment::addString);
        deployment.deploy();
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
