package org.throughcare.journey.releaseday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.time.WorkingCalendar;

/** Reads from the record what the day of release needs. A risk of overdose that nobody asked about counts as a risk
 * (Merrall 2010: the first two weeks are the most dangerous). */
@Component("prepareReleaseDayDelegate")
@UsedInModels
class PrepareReleaseDayDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final Facts facts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PrepareReleaseDayDelegate(CaseFiles cases, Facts facts, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        boolean sameDay = Boolean.TRUE.equals(execution.getVariable("sameDay"));
        if (sameDay && file.isInCustody()) {
            cases.recordRelease(file.caseNumber(), clock.instant());
        }
        LocalDate today = calendar.today(file.site());
        LocalDate day = sameDay
                ? today
                : file.releaseDateIfKnown().filter(today::isBefore).orElse(today);
        Map<String, Object> known = facts.of(file.caseNumber());
        execution.setVariable("sameDay", sameDay);
        execution.setVariable("left", sameDay);
        execution.setVariable("releaseSubject", "releaseDay:" + day);
        execution.setVariable("gateMeeting", !sameDay && "yes".equals(known.get("gateMeetingNeeded")));
        execution.setVariable("naloxoneNeeded", isOverdosePossible(known));
        execution.setVariable("nextDayOver", Date.from(calendar.startOfDay(file.site(), day.plusDays(2))));
    }

    private static boolean isOverdosePossible(Map<String, Object> known) {
        boolean risk = "yes".equals(known.get("overdoseRisk")) || "yes".equals(known.get("withdrawalRisk"));
        boolean need = Set.of("low", "medium", "high").contains(String.valueOf(known.get("needDrugsAlcohol")));
        boolean ruledOut = "no".equals(known.get("overdoseRisk")) || "none".equals(known.get("needDrugsAlcohol"));
        return risk || need || !ruledOut;
    }
}
