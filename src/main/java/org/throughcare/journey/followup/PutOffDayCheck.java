package org.throughcare.journey.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** A contact that she puts off gets a day after today and not so far away that she is out of sight. */
@Component
class PutOffDayCheck implements SubmittedFormCheck {

    private final WorkingCalendar calendar;
    private final FollowUpSettings settings;
    private final Clock clock;

    PutOffDayCheck(WorkingCalendar calendar, FollowUpSettings settings, Clock clock) {
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "makeContact";
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        if (!"putOff".equals(answers.get("contactOutcome"))) {
            return;
        }
        String site = context.site();
        LocalDate day = LocalDate.parse((String) answers.get("contactRescheduledTo"));
        LocalDate latest = calendar.dateAt(site, calendar.dueAfter(site, settings.longestPutOff(), clock.instant()));
        if (!day.isAfter(calendar.today(site)) || day.isAfter(latest)) {
            throw new RefusedAnswerException(
                    "contactRescheduledTo", "must be after today and not later than " + latest + ".");
        }
    }
}
