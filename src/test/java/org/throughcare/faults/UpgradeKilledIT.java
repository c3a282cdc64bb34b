package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ChildApplication;

/** A new release is started, and its power is cut while it takes the running cases along. */
class UpgradeKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void anUpgradeThatIsKilledHalfWayGoesOnAtTheNextStart() throws Exception {
        try (Estate estate = Estate.open(folder, Map.of())) {
            JdbcClient jdbc = estate.jdbc();
            Scenario scenario = Scenario.of(estate, 13, "An upgrade is killed half-way");
            try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 1300)) {
                load.untilAcknowledged(Size.STEPS);
            }
            new BrokenImport(estate, Size.UPGRADED).sendWhole();
            scenario.untilQuiet();
            estate.stop(0);
            estate.stop(1);
            Path next = NextRelease.of(ChildApplication.jar(), folder);
            List<String> timers = timers(jdbc);
            int running = journeys(jdbc, "");

            estate.begin(0, next);
            await().alias("some have been taken along")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> moved(jdbc) > running / 10);
            estate.kill(0);
            int movedBefore = moved(jdbc);
            Instant killed = Instant.now();
            estate.begin(0, next);
            estate.untilReady(0);
            scenario.recovers(killed);

            assertThat(movedBefore).as("taken along when it was killed").isLessThan(running);
            assertThat(journeys(jdbc, " and d.version_tag_ <> '99.0.0'"))
                    .as("journeys that stayed behind")
                    .isZero();
            assertThat(journeys(jdbc, "")).isEqualTo(running);
            assertThat(timers(jdbc)).as("timers and their days").isEqualTo(timers);
            scenario.also(
                    List.of(),
                    jdbc.sql(
                                    """
                            select 'taken along ' || case_number from journal_entry where kind = 'processMigrated'
                            group by case_number having count(*) > 1""")
                            .query(String.class)
                            .list());
            try (Load load = Load.on(estate, Size.CLIENTS, Size.SEED + 1301)) {
                load.untilAcknowledged(Size.STEPS);
            }
            scenario.end(
                    "%d running cases, killed after %d".formatted(running, movedBefore),
                    "All nodes are stopped and one is started with a release that has another journey. It is killed while"
                            + " it takes the running cases along, and started again: each case is taken along once, and"
                            + " every timer has the day that it had. Recovery is the time from the kill until it was ready.");
        }
    }

    private static int journeys(JdbcClient jdbc, String where) {
        return jdbc.sql(
                        """
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where d.key_ = 'journey' and e.parent_id_ is null"""
                                + where)
                .query(Integer.class)
                .single();
    }

    private static int moved(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from journal_entry where kind = 'processMigrated'")
                .query(Integer.class)
                .single();
    }

    private static List<String> timers(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                select i.business_key_ || ' ' || d.act_id_ || ' ' || j.duedate_ line from act_ru_job j
                join act_ru_jobdef d on d.id_ = j.job_def_id_
                join act_ru_execution p on p.id_ = j.process_instance_id_
                join act_ru_execution i on i.id_ = p.root_proc_inst_id_
                where j.type_ = 'timer' order by line""")
                .query(String.class)
                .list();
    }
}
