package org.throughcare.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.access.StaffGroups;
import org.throughcare.journey.tasks.TaskFilters;

/**
 * How long Tasklist waits for its filters and their counts with every right applied: 100,000 open tasks of 12 roles at
 * two sites on PostgreSQL, ten of the cases restricted. Run it with {@code mvn -Dskip.frontend -Dtest=TaskListBenchmark
 * test}; it prints the median of seven, and beside it what the same question takes without any right.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class TaskListBenchmark extends ProcessTest {

    private static final int TASKS = 100_000;
    private static final int TASKS_A_CASE = 5;
    private static final int ROUNDS = 7;

    @Autowired
    FilterService filters;

    @Autowired
    TaskFilters taskFilters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void filtersAndCounts() {
        taskFilters.refresh();
        fill();
        System.out.printf("%n%-62s %8s %8s %9s%n", "100,000 open tasks, milliseconds", "rights", "none", "tasks");
        measureReader("case manager", "caseManager.north");
        measureReader("three roles", "caseManager.north", "socialWorker.north", "releaseCoordinator.north");
        measureReader("supervisor", "supervisor.north");
        empty();
    }

    private void measureReader(String reader, String... groups) {
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            line(reader + ": " + filter.getName() + ", count", groups, () -> filters.count(filter.getId()));
            line(reader + ": " + filter.getName() + ", first page", groups, () ->
                    (long) filters.listPage(filter.getId(), 0, 15).size());
        }
        line(reader + ": everything she may see, count", groups, () -> query().count());
        line(reader + ": everything she may see, first page", groups, () ->
                (long) query().orderByDueDate().asc().listPage(0, 15).size());
        line(reader + ": one case", groups, () -> query().processInstanceBusinessKey("NORTH-2026-7")
                .count());
    }

    private TaskQuery query() {
        return taskService.createTaskQuery();
    }

    private void line(String what, String[] groups, Supplier<Long> question) {
        identityService.setAuthentication("reader.of.benchmark", List.of(groups));
        long tasks = question.get();
        double withRights = median(question);
        processEngineConfiguration().setAuthorizationEnabled(false);
        double without = median(question);
        processEngineConfiguration().setAuthorizationEnabled(true);
        identityService.clearAuthentication();
        System.out.printf("%-62s %8.1f %8.1f %9d%n", what, withRights, without, tasks);
    }

    private org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl processEngineConfiguration() {
        return (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static double median(Supplier<Long> question) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            question.get();
            nanos.add(System.nanoTime() - begin);
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return Duration.ofNanos(sorted[ROUNDS / 2]).toNanos() / 1e6;
    }

    private void fill() {
        String definition = jdbc.sql("select id_ from act_re_procdef where key_ = 'journey'")
                .query(String.class)
                .list()
                .get(0);
        Map<String, Object> sizes = new TreeMap<>(Map.of("cases", TASKS / TASKS_A_CASE, "tasks", TASKS));
        run(
                """
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                  is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                select 'bench-' || n, 1, 'bench-' || n, 'bench-' || n, 'NORTH-2026-' || n, :definition,
                  true, false, true, false, 1, 0, 1
                from generate_series(0, :cases - 1) n""",
                definition,
                sizes);
        run(
                """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                  assignee_, priority_, create_time_, due_date_, suspension_state_, task_state_)
                select 'bench-task-' || n, 1, 'bench-' || (n % :cases), 'bench-' || (n % :cases), :definition, 'A task',
                  'UserTask_Any', case when n % 10 = 0 then 'reader.of.benchmark.' || (n % 300) end, 50 + 20 * (n % 3),
                  now(), timestamp '2026-01-01' + (n % 90) * interval '1 day', 1, 'Created'
                from generate_series(0, :tasks - 1) n""",
                definition, sizes);
        String roles = String.join(",", StaffGroups.SITE_ROLES);
        run(
                """
                insert into act_ru_identitylink (id_, rev_, type_, task_id_, group_id_)
                select 'bench-link-' || n, 1, 'candidate', 'bench-task-' || n,
                  (string_to_array('%s', ','))[1 + n %% 12] || case when (n / 12) %% 2 = 0 then '.north' else '.south' end
                from generate_series(0, :tasks - 1) n where :definition <> '' and :cases > 0"""
                        .formatted(roles),
                definition,
                sizes);
        run(
                """
                insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, text_, var_scope_,
                  sequence_counter_, is_concurrent_local_)
                select 'bench-date-' || n, 1, 'string', 'releaseDate', 'bench-' || n, 'bench-' || n, :definition,
                  to_char(timestamp '2026-01-01' + (n % 700) * interval '1 day', 'YYYY-MM-DD'), 'bench-' || n, 1, false
                from generate_series(0, :cases - 1) n""",
                definition, sizes);
        Arrays.stream(new int[] {1, 2, 3, 4, 5, 6, 8, 9, 10, 11}).forEach(number -> jdbc.sql(
                        "insert into restricted_case (case_number, restricted_by, restricted_at) values (?, 'x', now())")
                .param("NORTH-2026-" + number)
                .update());
        jdbc.sql("analyze").update();
    }

    private void empty() {
        for (String table : List.of("act_ru_variable", "act_ru_identitylink", "act_ru_task", "act_ru_execution")) {
            jdbc.sql("delete from " + table + " where id_ like 'bench-%'").update();
        }
        jdbc.sql("delete from restricted_case").update();
    }

    private void run(String statement, String definition, Map<String, Object> sizes) {
        jdbc.sql(statement).params(sizes).param("definition", definition).update();
    }
}
