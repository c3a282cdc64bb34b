package org.throughcare.forms;

import java.time.LocalDate;
import java.util.Map;
import org.throughcare.time.WorkingCalendar;

/** A day that was agreed with her for a next visit or review lies today or later, in the zone of the site. */
public final class AgreedDateCheck implements SubmittedFormCheck {

    private final String form;
    private final String field;
    private final WorkingCalendar calendar;

    /**
     * @param form the form's id
     * @param field the key of a date field of that form
     */
    public AgreedDateCheck(String form, String field, WorkingCalendar calendar) {
        this.form = form;
        this.field = field;
        this.calendar = calendar;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public void check(FormContext context, Map<String, Object> answers) {
        Object day = answers.get(field);
        if (day != null && LocalDate.parse(day.toString()).isBefore(calendar.today(context.site()))) {
            throw new RefusedAnswerException(field, "lies in the past. Choose today or a later day.");
        }
    }
}
