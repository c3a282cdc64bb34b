package org.throughcare.journey.followup;

import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Contacts;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.time.WorkingCalendar;

/** One line on the contact that is due: when, how, and whether contacts were missed before. */
@Component
class FollowUpPlan implements FormValueSource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

    private final Contacts contacts;
    private final WorkingCalendar calendar;

    FollowUpPlan(Contacts contacts, WorkingCalendar calendar) {
        this.contacts = contacts;
        this.calendar = calendar;
    }

    @Override
    public String key() {
        return "followUpPlan";
    }

    @Override
    public Object value(FormContext context) {
        if (!(context.codes().get("nextContactAt") instanceof Date due)) {
            return null;
        }
        String when = due.toInstant().atZone(calendar.zone(context.site())).format(DAY);
        String how = FollowUpContacts.named(String.valueOf(context.codes().get("channel")));
        int missed = contacts.missedInARow(context.caseNumber());
        String before = missed == 0 ? "" : " Missed in a row before this: " + missed + ".";
        return when + ". " + how + "." + before;
    }
}
