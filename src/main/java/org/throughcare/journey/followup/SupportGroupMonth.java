package org.throughcare.journey.followup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** Which month since her release the support group form asks about. */
@Component
class SupportGroupMonth implements FormValueSource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final CaseFiles cases;
    private final FollowUpClock dates;

    SupportGroupMonth(CaseFiles cases, FollowUpClock dates) {
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public String key() {
        return "supportGroupMonth";
    }

    @Override
    public Object value(FormContext context) {
        if (!(context.codes().get("groupMonth") instanceof Number month)) {
            return null;
        }
        CaseFile file = cases.get(context.caseNumber());
        LocalDate released = dates.releaseDay(file);
        return "Month " + month + " after release: "
                + released.plusMonths(month.longValue() - 1).format(DAY) + " to "
                + released.plusMonths(month.longValue()).minusDays(1).format(DAY);
    }
}
