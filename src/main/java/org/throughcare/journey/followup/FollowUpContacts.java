package org.throughcare.journey.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.time.WorkingCalendar;

/** The contacts made since her release, for the plan and for the forms. */
@Component
class FollowUpContacts implements FormValueSource {

    /** A contact of the plan. */
    static final String KIND = "followUp";

    /** An attempt to find her when she is out of touch. */
    static final String SEARCH = "search";

    private static final Set<String> COUNT_FOR_PLAN = Set.of(KIND, SEARCH);
    private static final int SHOWN = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final Map<String, String> CHANNELS = Map.of(
            "inPerson", "In person",
            "phone", "By phone",
            "video", "By video",
            "message", "By message",
            "throughOthers", "Through someone she trusts",
            "inPersonOrPhone", "In person or by phone");
    private static final Map<String, String> OUTCOMES =
            Map.of("kept", "Met or spoke", "missed", "Not reached", "cancelled", "Put off by her");

    private final Contacts contacts;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;

    FollowUpContacts(Contacts contacts, CaseFiles cases, WorkingCalendar calendar) {
        this.contacts = contacts;
        this.cases = cases;
        this.calendar = calendar;
    }

    @Override
    public String key() {
        return "followUpContacts";
    }

    @Override
    public Object value(FormContext context) {
        CaseFile file = cases.get(context.caseNumber());
        return sinceRelease(file).stream()
                .sorted(Comparator.comparing(Contact::madeAt).reversed())
                .limit(SHOWN)
                .map(contact -> row(file, contact))
                .toList();
    }

    /** The day of the latest contact of the plan or of the search, whatever came of it; empty before the first. */
    Optional<LocalDate> lastPlannedDay(CaseFile file) {
        return sinceRelease(file).stream()
                .filter(contact -> COUNT_FOR_PLAN.contains(contact.kind()))
                .map(Contact::madeAt)
                .max(Comparator.naturalOrder())
                .map(moment -> calendar.dateAt(file.site(), moment));
    }

    /** How a channel is named to people. */
    static String named(String channel) {
        return CHANNELS.getOrDefault(channel, "Another way");
    }

    private List<Contact> sinceRelease(CaseFile file) {
        Instant released = file.releasedAtIfReleased().orElse(Instant.MIN);
        return contacts.of(file.caseNumber()).stream()
                .filter(contact -> contact.madeAt() != null && !contact.madeAt().isBefore(released))
                .toList();
    }

    private Map<String, Object> row(CaseFile file, Contact contact) {
        return Map.of(
                "on", calendar.dateAt(file.site(), contact.madeAt()).format(DAY),
                "how", named(contact.channel()),
                "outcome", OUTCOMES.getOrDefault(contact.outcome(), contact.outcome()),
                "note", contact.note() == null ? "" : contact.note());
    }
}
