package org.throughcare.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the ledger with the database, and looks for cases and jobs that nobody will ever move again. */
final class Audit {

    private static final Set<String> ACCOMPANY = accompanying();

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Instant now;

    /** @param now the time by which it is told what is due */
    Audit(JdbcClient jdbc, Ledger ledger, Instant now) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.now = now;
    }

    /** What was found, each finding in words. */
    record Findings(List<String> lost, List<String> doubled, List<String> orphaned, List<String> stuck) {

        boolean none() {
            return lost.isEmpty() && doubled.isEmpty() && orphaned.isEmpty() && stuck.isEmpty();
        }
    }

    Findings look() {
        return new Findings(lost(), doubled(), orphaned(), stuck());
    }

    private List<String> lost() {
        List<String> lost = new ArrayList<>();
        Set<String> done = ids("select id_ from act_hi_taskinst where delete_reason_ = 'completed'");
        ledger.tasks().stream().filter(task -> !done.contains(task)).forEach(task -> lost.add("task " + task));
        Set<String> cases = ids("select case_number from case_file");
        ledger.cases().values().stream()
                .filter(number -> !cases.contains(number))
                .forEach(number -> lost.add("case " + number));
        Map<String, Long> kept = eventsKept();
        eventsAcknowledged().forEach((event, times) -> {
            for (long missing = kept.getOrDefault(event, 0L); missing < times; missing++) {
                lost.add("event " + event);
            }
        });
        formsInRecord().forEach((caseNumber, difference) -> {
            if (difference < 0) {
                lost.add("form in the record of " + caseNumber);
            }
        });
        lost.addAll(
                rows(
                        """
                select 'effect of an event in ' || e.case_number from custody_event e
                where e.event_type = 'releaseDateChanged' and e.applied
                group by e.case_number
                having count(*) > (select count(*) from release_date_change c where c.case_number = e.case_number)"""));
        lost.addAll(timersLost());
        lost.addAll(new RecordAudit(jdbc, ledger).lost());
        return lost;
    }

    private List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        Map<String, Long> acknowledged = eventsAcknowledged();
        eventsKept().forEach((event, times) -> {
            for (long more = acknowledged.getOrDefault(event, 0L); more < times; more++) {
                doubled.add("event " + event);
            }
        });
        formsInRecord().forEach((caseNumber, difference) -> {
            if (difference > 0) {
                doubled.add("form in the record of " + caseNumber);
            }
        });
        doubled.addAll(
                rows(
                        """
                select 'effect of an event in ' || c.case_number from release_date_change c
                group by c.case_number
                having count(*) > (select count(*) from custody_event e where e.case_number = c.case_number
                  and e.event_type = 'releaseDateChanged' and e.applied)"""));
        doubled.addAll(
                rows(
                        """
                select 'journey of ' || business_key_ from act_hi_procinst where proc_def_key_ = 'journey'
                group by business_key_ having count(*) > 1"""));
        doubled.addAll(
                rows(
                        """
                select 'woman with several open cases' from case_file where status = 'open'
                group by prison_number_hash having count(*) > 1"""));
        doubled.addAll(
                rows(
                        """
                select 'task ' || task_def_key_ || ' of ' || proc_inst_id_ from act_ru_task
                group by execution_id_, task_def_key_, proc_inst_id_ having count(*) > 1"""));
        doubled.addAll(timersThatFiredTwice());
        return doubled;
    }

    /**
     * Open cases whose journey is gone, and places in a process that wait for nothing. A token at rest, at a join or where
     * several do one thing, waits for the others of its scope, so one of those has to be on the way.
     */
    private List<String> orphaned() {
        List<String> orphaned = rows(
                """
                select 'case ' || case_number || ' has no journey' from case_file where status = 'open'
                  and not exists (select 1 from act_ru_execution e where e.business_key_ = case_number
                    and e.parent_id_ is null and e.super_exec_ is null)""");
        orphaned.addAll(
                rows(
                        """
                select 'urgent flag of ' || f.case_number from urgent_flag f
                join case_file c on c.case_number = f.case_number
                where f.status = 'open' and c.status = 'open' group by f.case_number
                having count(*) > (select count(*) from act_hi_procinst p where p.business_key_ = f.case_number
                  and p.proc_def_key_ = 'urgentResponse' and p.end_time_ is null)"""));
        orphaned.addAll(
                rows(
                        """
                select 'referral of ' || r.case_number from referral r join case_file c on c.case_number = r.case_number
                where r.closed_at is null and c.status = 'open' and r.process_instance is not null
                  and not exists (select 1 from act_ru_execution e where e.id_ = r.process_instance)"""));
        Set<String> waiting = new HashSet<>(ids("select execution_id_ from act_ru_task"));
        waiting.addAll(ids("select super_exec_ from act_ru_execution where super_exec_ is not null"));
        waiting.addAll(ids("select parent_id_ from act_ru_execution where parent_id_ is not null"));
        jdbc.sql("select execution_id_, activity_id_ from act_ru_event_subscr").query(row -> {
            if (!ACCOMPANY.contains(row.getString(2))) {
                waiting.add(row.getString(1));
            }
        });
        jdbc.sql(
                        """
                select job.execution_id_, definition.act_id_ from act_ru_job job
                join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                where job.retries_ > 0 and job.suspension_state_ = 1""")
                .query(row -> {
                    if (!ACCOMPANY.contains(row.getString(2))) {
                        waiting.add(row.getString(1));
                    }
                });
        Set<String> moving = new HashSet<>();
        Map<String, String> atRest = new HashMap<>();
        jdbc.sql("select id_, coalesce(parent_id_, ''), act_id_, proc_inst_id_, is_active_ from act_ru_execution")
                .query(row -> {
                    if (waiting.contains(row.getString(1))) {
                        moving.add(row.getString(2));
                    } else if (!row.getBoolean(5)) {
                        atRest.put(row.getString(1), row.getString(2));
                    } else {
                        orphaned.add("token at " + row.getString(3) + " of " + row.getString(4));
                    }
                });
        atRest.values().stream()
                .filter(parent -> !moving.contains(parent))
                .forEach(parent -> orphaned.add("token that waits for others, and nobody comes, in " + parent));
        return orphaned;
    }

    /** Due and not done, or given up. */
    private List<String> stuck() {
        return new ArrayList<>(jdbc.sql(
                        """
                select 'job ' || j.id_ || ' ' || coalesce(d.act_id_, j.handler_type_) || ' retries ' || j.retries_
                  || case when j.exception_msg_ is null then '' else ' failed' end
                from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.retries_ = 0 or j.exception_msg_ is not null
                  or ((j.duedate_ is null or j.duedate_ <= :now) and j.suspension_state_ = 1
                    and j.handler_type_ <> 'history-cleanup')""")
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** How many entries each case has too many, counted against the tasks that the engine knows to be done. */
    private Map<String, Long> formsInRecord() {
        Map<String, Long> difference = new HashMap<>();
        jdbc.sql(
                        """
                select case_number,
                  (select count(*) from journal_entry j where j.case_number = f.case_number and j.kind = 'formSubmitted')
                  - (select count(*) from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_
                     where p.business_key_ = f.case_number and t.delete_reason_ = 'completed')
                  - (select count(*) from act_hi_procinst p
                     where p.business_key_ = f.case_number and p.proc_def_key_ = 'journey')
                from case_file f""")
                .query(row -> {
                    difference.put(row.getString(1), row.getLong(2));
                });
        return difference;
    }

    private Map<String, Long> eventsKept() {
        Map<String, Long> kept = new HashMap<>();
        jdbc.sql("select event_type || ' in ' || case_number, count(*) from custody_event group by 1")
                .query(row -> {
                    kept.put(row.getString(1), row.getLong(2));
                });
        return kept;
    }

    private Map<String, Long> eventsAcknowledged() {
        return ledger.events().values().stream()
                .collect(groupingBy(event -> event.type() + " in " + event.caseNumber(), counting()));
    }

    private Map<String, Long> timersFired() {
        Map<String, Long> fired = new HashMap<>();
        jdbc.sql(
                        """
                select proc_inst_id_ || ' ' || act_id_, count(*) from act_hi_actinst
                where act_type_ = 'boundaryTimer' and end_time_ is not null and not act_inst_state_ = 2 group by 1""")
                .query(row -> {
                    fired.put(row.getString(1), row.getLong(2));
                });
        return fired;
    }

    /** A timer fires once for each time that what it watches over was begun; what comes again and again is left out. */
    private List<String> timersThatFiredTwice() {
        Map<String, Long> begun = new HashMap<>();
        jdbc.sql("select proc_inst_id_ || ' ' || act_id_, count(*) from act_hi_actinst group by 1")
                .query(row -> {
                    begun.put(row.getString(1), row.getLong(2));
                });
        List<String> twice = new ArrayList<>();
        timersFired().forEach((place, times) -> {
            String[] parts = place.split(" ");
            String watched = WATCHED.get(parts[1]);
            if (ONCE.contains(parts[1]) && times > begun.getOrDefault(parts[0] + " " + watched, 0L)) {
                twice.add("timer " + place);
            }
        });
        return twice;
    }

    /** A timer that is gone, did not fire, and what it watches over is still under way. */
    private List<String> timersLost() {
        Map<String, Long> fired = timersFired();
        Set<String> jobs = ids("select id_ from act_ru_job");
        Set<String> underWay =
                ids("select proc_inst_id_ || ' ' || act_id_ from act_hi_actinst where end_time_ is null");
        return ledger.timers().stream()
                .filter(timer -> !jobs.contains(timer.job()))
                .filter(timer -> !fired.containsKey(place(timer)))
                .filter(timer -> underWay.contains(timer.processInstance() + " " + WATCHED.get(timer.activity())))
                .map(timer -> "timer " + place(timer))
                .toList();
    }

    private static String place(Ledger.Timer timer) {
        return timer.processInstance() + " " + timer.activity();
    }

    private Set<String> ids(String query) {
        return new HashSet<>(rows(query));
    }

    private List<String> rows(String query) {
        return new ArrayList<>(jdbc.sql(query).query(String.class).list());
    }

    private static final Map<String, String> WATCHED = watched();

    private static final Set<String> ONCE = elements(BoundaryEvent.class).stream()
            .filter(event -> event.getChildElementsByType(TimerEventDefinition.class).stream()
                    .anyMatch(timer -> timer.getTimeCycle() == null))
            .map(BoundaryEvent::getId)
            .collect(toSet());

    private static Map<String, String> watched() {
        Map<String, String> watched = new HashMap<>();
        elements(BoundaryEvent.class)
                .forEach(event ->
                        watched.put(event.getId(), event.getAttachedTo().getId()));
        return watched;
    }

    /** What only interrupts or accompanies is nothing that a token waits for. */
    private static Set<String> accompanying() {
        Set<String> ids =
                elements(BoundaryEvent.class).stream().map(BoundaryEvent::getId).collect(toSet());
        elements(StartEvent.class).forEach(event -> ids.add(event.getId()));
        return ids;
    }

    private static <T extends ModelElementInstance> List<T> elements(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (File model : Arrays.asList(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))) {
            found.addAll(Bpmn.readModelFromFile(model).getModelElementsByType(kind));
        }
        return found;
    }
}
