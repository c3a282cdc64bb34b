package org.throughcare.casepage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.forms.CaseForms;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.journey.Journeys;
import org.throughcare.time.WorkingCalendar;

/** Her release date moved, became known or became unknown (domain rule 6). */
@Component
@Order(4)
class ChangeReleaseDate implements CaseAction {

    /** Who learns of it first: reception from the court and the prison, case managers from her, supervisors from both. */
    private static final List<String> ROLES =
            List.of(StaffGroups.RECEPTION_OFFICER, StaffGroups.CASE_MANAGER, StaffGroups.SUPERVISOR);

    private final CaseForms forms;
    private final Journeys journeys;
    private final WorkingCalendar calendar;

    ChangeReleaseDate(CaseForms forms, Journeys journeys, WorkingCalendar calendar) {
        this.forms = forms;
        this.journeys = journeys;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "changeReleaseDate";
    }

    @Override
    public String form() {
        return "changeReleaseDate";
    }

    @Override
    public boolean isOfferedTo(CaseReader reader) {
        return reader.isStaff()
                && reader.file().isInCustody()
                && ROLES.stream().anyMatch(role -> reader.person()
                        .has(role, reader.file().site()));
    }

    @Override
    public void take(CaseReader reader, Map<String, Object> answers) {
        forms.submit(form(), CaseActions.context(reader), answers, accepted -> {
            Optional<LocalDate> date = Optional.ofNullable((String) accepted.get("changedReleaseDate"))
                    .filter(day -> "yes".equals(accepted.get("releaseDateKnown")))
                    .map(LocalDate::parse);
            check(reader.file(), date);
            journeys.moveReleaseDate(reader.caseNumber(), date, (String) accepted.get("releaseDateReason"));
        });
    }

    private void check(CaseFile file, Optional<LocalDate> date) {
        if (date.equals(file.releaseDateIfKnown())) {
            throw new RefusedAnswerException(
                    date.isPresent() ? "changedReleaseDate" : "releaseDateKnown",
                    "This is what the record says already.");
        }
        if (date.filter(day -> day.isBefore(calendar.today(file.site()))).isPresent()) {
            throw new RefusedAnswerException(
                    "changedReleaseDate", "This day has passed. When she has left, reception reports her release.");
        }
    }
}
