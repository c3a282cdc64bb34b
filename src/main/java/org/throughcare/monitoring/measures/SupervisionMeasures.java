package org.throughcare.monitoring.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Supervision of case managers (domain rule 15), and the work that lies ahead. */
@Configuration(proxyBeanMethods = false)
class SupervisionMeasures {

    @Bean("measure.sessions")
    Measure sessions(MeasureSql sql) {
        String question =
                """
                select s.site, count(*) planned, sum(case when s.outcome = 'held' then 1 else 0 end) held
                from supervision_session s join my_site on my_site.site = s.site
                where s.planned_at > :yearAgo and s.planned_at <= :now
                group by s.site order by s.site""";
        Definition definition = new Definition(
                "sessions",
                Group.SUPERVISION,
                "Supervision sessions",
                "Scheduled sessions of case managers within the last 365 days about which it was noted whether they were"
                        + " held, those that were, and their share, by site.",
                MeasureSql.shown(question),
                "domain.md rule 15; table supervisionInterval",
                List.of(OverviewMeasures.SITE),
                List.of(
                        new Value("planned", "Planned", "sessions"),
                        new Value("held", "Held", "sessions"),
                        new Value("share", "Share held", "share")),
                false);
        return new Measure() {
            @Override
            public Definition definition() {
                return definition;
            }

            @Override
            public List<Row> rows(Scope scope) {
                return sql.ask(scope, question)
                        .query((row, number) -> {
                            Map<String, Object> values = new LinkedHashMap<>();
                            values.put("planned", row.getInt("planned"));
                            values.put("held", row.getInt("held"));
                            values.put(
                                    "share", Math.round(1000.0 * row.getInt("held") / row.getInt("planned")) / 1000.0);
                            return new Row(Map.of("site", row.getString("site")), values);
                        })
                        .list();
            }
        };
    }

    @Bean("measure.overLimit")
    Measure overLimit(@Qualifier("measure.caseloads") Measure caseloads) {
        Definition all = caseloads.definition();
        Definition definition = new Definition(
                "overLimit",
                Group.SUPERVISION,
                "Case managers over their limits",
                "Case managers who have more women than the table caseloadLimit allows for their working pattern: in"
                        + " custody, in the community, or within 365 days. " + all.words(),
                all.sql(),
                all.source(),
                all.dimensions(),
                all.values(),
                true);
        return new Measure() {
            @Override
            public Definition definition() {
                return definition;
            }

            @Override
            public List<Row> rows(Scope scope) {
                return caseloads.rows(scope).stream()
                        .filter(row ->
                                List.of("custody", "community", "year").stream().anyMatch(part -> isOver(row, part)))
                        .toList();
            }

            @Override
            public List<String> cases(Scope scope, Map<String, String> of, String value) {
                return caseloads.cases(scope, of, value);
            }
        };
    }

    private static boolean isOver(Row row, String part) {
        Object most = row.values().get(part + "Max");
        return most != null && (Integer) row.values().get(part) > (Integer) most;
    }

    @Bean("measure.workloadAhead")
    Measure workloadAhead(MeasureSql sql) {
        List<String> weeks =
                IntStream.rangeClosed(1, 12).mapToObj("w%02d"::formatted).toList();
        return new CountedCases(
                sql,
                new Definition(
                        "workloadAhead",
                        Group.SUPERVISION,
                        "Work ahead",
                        "For each of the next twelve weeks, the first of which begins today at the woman's site: open"
                                + " tasks that fall due in it, by the role whose tasks they are, and work that a timer"
                                + " already set will begin in it, by the role that mostly does that part of the journey."
                                + " A task that two roles may take counts for each.",
                        """
                        select v.case_number, w.week, ahead.role, ahead.due, ahead.begins
                        from visible v join (
                          select p.business_key_ case_number, regexp_replace(l.group_id_, '[.].*', '') role,
                            task.due_date_ at_time, 1 due, 0 begins
                          from act_ru_task task
                          join act_ru_identitylink l on l.task_id_ = task.id_ and l.type_ = 'candidate'
                            and l.group_id_ is not null
                          join act_ru_execution p on p.id_ = task.proc_inst_id_
                          union all
                          select p.business_key_, m.role, j.duedate_, 0, 1
                          from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                          join (values ('admission', 'healthcare'), ('intakePanel', 'intakePanel'),
                            ('assessment', 'caseManager'), ('programmeSequencing', 'programmeFacilitator'),
                            ('caseManagement', 'caseManager'), ('journey', 'caseManager'), ('handover', 'caseManager'),
                            ('releaseDay', 'releaseCoordinator'), ('referral', 'releaseCoordinator'),
                            ('followUp', 'communityWorker')) m (process, role) on m.process = j.process_def_key_
                          where j.handler_type_ = 'timer-intermediate-transition') ahead on ahead.case_number = v.case_number
                        join (values %s) w (week, number) on ahead.at_time >= v.today + (w.number - 1) * 7
                          and ahead.at_time < v.today + w.number * 7"""
                                .formatted(String.join(
                                        ", ",
                                        IntStream.rangeClosed(1, 12)
                                                .mapToObj(week -> "('%s', %d)".formatted(weeks.get(week - 1), week))
                                                .toList())),
                        "domain.md rule 15; table serviceLevels",
                        List.of(new Dimension("week", "Week", weeks), Dimension.of("role", "Role")),
                        List.of(
                                new Value("due", "Tasks due", "tasks"),
                                new Value("begins", "Begins by a timer", "tasks")),
                        true));
    }
}
