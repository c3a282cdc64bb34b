package org.throughcare.benchmarks;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.ManyCases;
import org.throughcare.monitoring.measures.TimedMeasures;

/**
 * How long a manager waits for the overview of the whole estate among 100,000 cases of five years on PostgreSQL: 20,000 of
 * them open with 100,000 tasks, the others closed, with their contacts, consents, referrals, assignments, journal and the
 * engine's history. Run it with {@code mvn -Dskip.frontend -Dtest=OverviewBenchmark -DargLine=-Duser.timezone=UTC test}; it
 * prints the median and the worst of eleven.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
@TestPropertySource(
        properties = {
            "throughcare.sites[0].id=site0",
            "throughcare.sites[0].code=SITE0",
            "throughcare.sites[0].name=Site 0",
            "throughcare.sites[0].zone=Europe/London",
            "throughcare.sites[0].country=GB",
            "throughcare.sites[1].id=site1",
            "throughcare.sites[1].code=SITE1",
            "throughcare.sites[1].name=Site 1",
            "throughcare.sites[1].zone=Europe/London",
            "throughcare.sites[1].country=GB"
        })
@Import({ManyCases.class, TimedMeasures.class})
class OverviewBenchmark extends ProcessTest {

    private static final int CASES = 100_000;
    private static final int ROUNDS = 11;

    @Autowired
    ManyCases estate;

    @Autowired
    TimedMeasures measures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void overview() {
        estate.make(CASES);
        fiveYears();
        System.out.printf("%n%-40s %8s %8s%n", "100,000 cases, milliseconds", "median", "worst");
        for (String id : measures.ids()) {
            line(id, () -> measures.one(id));
        }
        line("the whole overview", measures::overview);
        line("the overview of one site", measures::overviewOfOneSite);
        line("the list behind a number, first page", measures::list);
    }

    /** At once: one by one, as other tests end theirs, 20,000 processes would take longer than all questions together. */
    @AfterEach
    void theEstateIsGone() {
        String processes = "(select 'b' || case_number from case_file)";
        jdbc.sql(
                        "delete from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ in "
                                + processes + ")")
                .update();
        jdbc.sql("delete from act_ru_task where proc_inst_id_ in " + processes).update();
        jdbc.sql("delete from act_ru_execution where id_ in " + processes).update();
    }

    private void fiveYears() {
        jdbc.sql("update case_file set site = 'site' || (length(case_number) + ascii(right(case_number, 1))) % 2")
                .update();
        jdbc.sql(
                        """
                update case_file set released_at = now() - interval '100 days'
                where phase = 'followUp' or status = 'closed'""")
                .update();
        jdbc.sql(
                        """
                update case_file set closed_at = timestamp '2026-01-10' - (hashtext(case_number) & 2047) * interval '1 day'
                where status = 'closed'""")
                .update();
        many(
                "contact (case_number, kind, channel, due_at, made_at, outcome, noted_by)",
                "case_number, 'followUp', 'phone', now(), now(), 'kept', 'x'",
                5);
        many(
                "consent (case_number, recipient, kind, answer, recorded_by, recorded_at)",
                "case_number, 'communityTeam', (array['releasePlan', 'health', 'safety'])[1 + n % 3], 'given', 'x', now()",
                3);
        many(
                "referral (case_number, service, phase, timing, owner_role, urgency, reason, status, opened_at, updated_at)",
                "case_number, 'gp' || n, 'preRelease', 'now', 'caseManager', 'soon', 'x', "
                        + "(array['booked', 'done', 'sent'])[1 + n % 3], now(), now()",
                3);
        many(
                "caseload_assignment (case_number, user_id, over_limit, reason, assigned_by, assigned_at)",
                "case_number, 'manager' || n, false, 'x', 'x', timestamp '2026-01-10' - (hashtext(case_number) & 2047) * interval '1 day'",
                2);
        many(
                "journal_entry (case_number, kind, summary, details, written_by, written_at)",
                "case_number, 'formSubmitted', repeat('x', 100), repeat('x', 300), 'x', now()",
                5);
        many("release_readiness (case_number, plan, papers, housing)", "case_number, true, n = 1, null", 1);
        many(
                "release_outcome (case_number, site, track, released_at)",
                "case_number, site, track, timestamp '2025-12-01' - (hashtext(case_number) & 1023) * interval '1 day'",
                1);
        many(
                "act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_)",
                "'h' || case_number || n, 'journey', 'journey', 'b' || case_number, 'b' || case_number, 'a', 'userTask', now()",
                2);
        jdbc.sql(
                        """
                insert into act_ru_identitylink (id_, rev_, type_, task_id_, group_id_)
                select 'l' || id_, 1, 'candidate', id_,
                  (array['caseManager', 'healthcare', 'socialWorker', 'releaseCoordinator'])[1 + (hashtext(id_) & 3)] || '.site0'
                from act_ru_task where id_ like 'b%'""")
                .update();
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at)"
                        + " select case_number, 'x', now() from case_file limit 10")
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    private void many(String into, String values, int each) {
        jdbc.sql("insert into " + into + " select " + values + " from case_file, generate_series(1, :each) n")
                .params(Map.of("each", each))
                .update();
    }

    private static void line(String what, Runnable question) {
        question.run();
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            question.run();
            nanos[round] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf("%-40s %8.1f %8.1f%n", what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS - 1] / 1e6);
    }
}
