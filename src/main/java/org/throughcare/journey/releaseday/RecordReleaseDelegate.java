package org.throughcare.journey.releaseday;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.time.WorkingCalendar;

/** She is out: the year of follow-up counts from this moment. */
@Component("recordReleaseDelegate")
@UsedInModels
class RecordReleaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RecordReleaseDelegate(CaseFiles cases, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        execution.setVariable("left", true);
        if (file.isInCustody()) {
            cases.recordRelease(file.caseNumber(), moment(execution, file));
        }
    }

    /** As the prison system reported it, or noon of the day that staff gave, or now. */
    private Instant moment(DelegateExecution execution, CaseFile file) {
        if (execution.getVariable("releasedAt") instanceof Date reported) {
            return reported.toInstant();
        }
        LocalDate today = calendar.today(file.site());
        LocalDate day =
                switch (String.valueOf(execution.getVariable("leftWhen"))) {
                    case "planned" ->
                        file.releaseDateIfKnown().filter(today::isAfter).orElse(today);
                    case "yesterday" -> today.minusDays(1);
                    default -> today;
                };
        return day.equals(today) ? clock.instant() : calendar.at(file.site(), day, LocalTime.NOON);
    }
}
