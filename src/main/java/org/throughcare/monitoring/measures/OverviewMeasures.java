package org.throughcare.monitoring.measures;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.StaffMembers;

/** What is running now. Every open case counts, also in the year after release. */
@Configuration(proxyBeanMethods = false)
class OverviewMeasures {

    static final Dimension PHASE = new Dimension("phase", "Phase", CaseFiles.PHASES);
    static final Dimension TRACK =
            new Dimension("track", "Track", List.of("remand", "veryShort", "short", "full", "undecided"));
    static final Dimension SITE = Dimension.of("site", "Site");
    static final Value WOMEN = new Value("women", "Women", "women");

    @Bean("measure.womenByPhase")
    Measure womenByPhase(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "womenByPhase",
                        Group.OVERVIEW,
                        "Women by phase",
                        "Open cases now, each in the phase that her journey has reached and on the track that was decided"
                                + " for her. A case is open from admission until it is closed, a year after release or"
                                + " earlier for a named reason.",
                        "select case_number, phase, track, 1 women from visible where status = 'open'",
                        "domain.md, the journey and its rules; table journeyTrack",
                        List.of(PHASE, TRACK),
                        List.of(WOMEN),
                        true));
    }

    @Bean("measure.womenBySite")
    Measure womenBySite(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "womenBySite",
                        Group.OVERVIEW,
                        "Women by site",
                        "Open cases now, each at the site where the woman is or from which she was released.",
                        "select case_number, site, 1 women from visible where status = 'open'",
                        "domain.md, who and where",
                        List.of(SITE),
                        List.of(WOMEN),
                        true));
    }

    @Bean("measure.releases")
    Measure releases(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "releases",
                        Group.OVERVIEW,
                        "Coming releases",
                        "Women in custody whose release date lies between today and that many weeks on, both days"
                                + " included, at their site's own date; and for how many of them each thing is ready."
                                + " Plan: she agreed to it, or one for a release on the same day is kept ready. Papers:"
                                + " identity papers are there or not needed. Housing: a place where she says she is safe."
                                + " Consent: the community team may have her release plan today. Handover: somebody there"
                                + " accepted her by name. First appointment: one is booked with a provider or her"
                                + " community worker. What nobody has said yet counts as not ready.",
                        """
                        select v.case_number, w.within, 1 women,
                          case when r.plan then 1 else 0 end plan, case when r.plan then 0 else 1 end no_plan,
                          case when r.papers then 1 else 0 end papers, case when r.papers then 0 else 1 end no_papers,
                          case when r.housing then 1 else 0 end housing, case when r.housing then 0 else 1 end no_housing,
                          case when c.id is null then 0 else 1 end consent, case when c.id is null then 1 else 0 end no_consent,
                          case when r.handover then 1 else 0 end handover, case when r.handover then 0 else 1 end no_handover,
                          case when r.first_meeting or v.booked > 0 then 1 else 0 end appointment,
                          case when r.first_meeting or v.booked > 0 then 0 else 1 end no_appointment
                        from (select case_number, release_date, today,
                            (select max(id) from consent where consent.case_number = visible.case_number
                              and recipient = 'communityTeam' and kind = 'releasePlan') newest_consent,
                            (select count(*) from referral where referral.case_number = visible.case_number
                              and referral.status in ('booked', 'kept')) booked
                          from visible where status = 'open' and released_at is null
                            and release_date between today and today + 168 offset 0 rows) v
                        join (values ('w6', 42), ('w12', 84), ('w24', 168)) w (within, days)
                          on v.release_date <= v.today + w.days
                        left join consent c on c.id = v.newest_consent and c.answer = 'given'
                          and (c.valid_until is null or c.valid_until >= v.today)
                        left join release_readiness r on r.case_number = v.case_number""",
                        "domain.md rules 6 to 11; the four questions and the checklist of study 004",
                        List.of(new Dimension("within", "Within", List.of("w6", "w12", "w24"))),
                        List.of(
                                WOMEN,
                                ready("plan", "Plan ready"),
                                ready("papers", "Papers ready"),
                                ready("housing", "Safe place"),
                                ready("consent", "Consent given"),
                                ready("handover", "Handover accepted"),
                                ready("appointment", "First appointment booked"),
                                ready("noPlan", "No plan yet"),
                                ready("noPapers", "No papers yet"),
                                ready("noHousing", "No safe place yet"),
                                ready("noConsent", "No consent"),
                                ready("noHandover", "Handover not accepted"),
                                ready("noAppointment", "No first appointment")),
                        true));
    }

    private static Value ready(String key, String title) {
        return new Value(key, title, "women");
    }

    @Bean("measure.openFlags")
    Measure openFlags(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "openFlags",
                        Group.OVERVIEW,
                        "Urgent flags",
                        "Urgent flags of open cases that wait for an answer now; those of them whose deadline has passed;"
                                + " and those that were answered and go on as a care plan. A woman can have several.",
                        """
                        select v.case_number, f.severity,
                          case when f.status in ('open', 'escalated') then 1 else 0 end open,
                          case when f.status in ('open', 'escalated') and f.respond_by < :now then 1 else 0 end late,
                          case when f.status = 'carePlan' then 1 else 0 end care_plan
                        from visible v join urgent_flag f on f.case_number = v.case_number
                        where v.status = 'open' and f.status <> 'closed'""",
                        "domain.md rule 2; table urgentFlags",
                        List.of(new Dimension("severity", "Severity", List.of("immediate", "urgent", "priority"))),
                        List.of(
                                new Value("open", "Waiting for an answer", "number"),
                                new Value("late", "Past their deadline", "number"),
                                new Value("carePlan", "In a care plan", "number")),
                        true));
    }

    @Bean("measure.overdueTasks")
    Measure overdueTasks(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "overdueTasks",
                        Group.OVERVIEW,
                        "Tasks by role",
                        "Open tasks about women now, and those past their due date, by the role whose task it is and the"
                                + " woman's site. A task that two roles may take counts for each. Tasks without a role,"
                                + " and tasks that are about no woman, do not count.",
                        """
                        select v.case_number, left(l.group_id_, position('.' in l.group_id_ || '.') - 1) role, v.site, 1 open,
                          case when task.due_date_ < :now then 1 else 0 end overdue
                        from act_ru_identitylink l
                        join act_ru_task task on task.id_ = l.task_id_
                        join act_ru_execution p on p.id_ = task.proc_inst_id_
                        join visible v on v.case_number = p.business_key_
                        where l.type_ = 'candidate'""",
                        "domain.md, who and where; table serviceLevels",
                        List.of(Dimension.of("role", "Role"), SITE),
                        List.of(new Value("open", "Open", "tasks"), new Value("overdue", "Overdue", "tasks")),
                        true));
    }

    @Bean("measure.unassigned")
    Measure unassigned(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "unassigned",
                        Group.OVERVIEW,
                        "Women without a case manager",
                        "Open cases now that nobody owns, by phase. A case gets its owner when case management begins or"
                                + " earlier; after a transfer it waits for one at the new site.",
                        "select case_number, phase, 1 women from visible where status = 'open' and case_manager is null",
                        "domain.md rule 15",
                        List.of(PHASE),
                        List.of(WOMEN),
                        true));
    }

    @Bean("measure.caseloads")
    Measure caseloads(MeasureSql sql, StaffMembers staffMembers, Caseload caseload) {
        return new Caseloads(sql, staffMembers, caseload);
    }

    @Bean("measure.incidents")
    Measure incidents(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "incidents",
                        Group.OVERVIEW,
                        "Failed steps",
                        "Steps of running cases that failed and wait for a person, by the process in which they failed."
                                + " Processes that are about no woman do not count here; Cockpit shows them.",
                        """
                        select v.case_number, d.key_ process, 1 incidents
                        from visible v
                        join act_ru_execution p on p.business_key_ = v.case_number
                        join act_ru_incident i on i.proc_inst_id_ = p.id_ and i.cause_incident_id_ = i.id_
                        join act_re_procdef d on d.id_ = i.proc_def_id_""",
                        "Camunda: incidents",
                        List.of(Dimension.of("process", "Process")),
                        List.of(new Value("incidents", "Failed steps", "number")),
                        true));
    }
}
