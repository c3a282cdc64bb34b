package org.throughcare.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.time.WorkingCalendar;

/**
 * Moments that hang on the release date, in the site's zone. A moment that lies in the past is due at once; without a
 * release date nothing is due.
 */
@Component("releaseClock")
@UsedInModels
public class ReleaseClock {

    /** When there is no release date: far beyond every case. */
    static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReleaseClock(CaseFiles cases, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The start of the day that lies so many weeks before her release date. */
    public Date weeksBeforeRelease(DelegateExecution execution, long weeks) {
        return Date.from(dayRelativeToRelease(caseOf(execution), date -> date.minusWeeks(weeks)));
    }

    Instant dayRelativeToRelease(CaseFile file, UnaryOperator<LocalDate> shift) {
        return file.releaseDateIfKnown()
                .map(shift)
                .map(day -> calendar.startOfDay(file.site(), day))
                .orElse(NEVER);
    }

    Instant now() {
        return clock.instant();
    }

    private CaseFile caseOf(DelegateExecution execution) {
        return cases.get((String) execution.getVariable("caseNumber"));
    }
}
