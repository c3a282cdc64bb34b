package org.throughcare.decisions;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.time.WorkingCalendar;

/**
 * What a table may ask about a case, by input name: values derived from the record first, then the caller's codes, then
 * facts. "Yes" and "no" are true and false; "declined" and "not asked" are unknown, which is null.
 */
@Component
class CaseInputs {

    private static final Set<Object> UNKNOWN = Set.of("declined", "notAsked", "notKnown", "");

    private final CaseFiles cases;
    private final Facts facts;
    private final UrgentFlags flags;
    private final Contacts contacts;
    private final WorkingCalendar calendar;
    private final Map<String, Function<CaseFile, Object>> derived;

    CaseInputs(CaseFiles cases, Facts facts, UrgentFlags flags, Contacts contacts, WorkingCalendar calendar) {
        this.cases = cases;
        this.facts = facts;
        this.flags = flags;
        this.contacts = contacts;
        this.calendar = calendar;
        this.derived = Map.of(
                "daysToRelease", this::daysToRelease,
                "weeksSinceRelease", this::weeksSinceRelease,
                "missedContacts", file -> this.contacts.missedInARow(file.caseNumber()),
                "hasUrgentFlag", file -> !this.flags.open(file.caseNumber()).isEmpty(),
                "under21", this::isUnder21,
                "legalStatus", CaseFile::legalStatus,
                "track", CaseFile::track,
                "district", CaseFile::homeDistrict,
                "language", CaseFile::language);
    }

    Map<String, Object> of(String caseNumber, List<String> names, Map<String, Object> codes) {
        CaseFile file = cases.get(caseNumber);
        Map<String, Object> known = facts.of(caseNumber);
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (String name : names) {
            inputs.put(name, value(name, file, known, codes));
        }
        return inputs;
    }

    /** What the record says now, and what was said last for what it does not hold. */
    Map<String, Object> today(String caseNumber, List<String> names, Map<String, Object> saidLast) {
        Map<String, Object> codes = new LinkedHashMap<>(saidLast);
        codes.keySet().removeAll(facts.of(caseNumber).keySet());
        return of(caseNumber, names, codes);
    }

    private Object value(String name, CaseFile file, Map<String, Object> known, Map<String, Object> codes) {
        if (derived.containsKey(name)) {
            return derived.get(name).apply(file);
        }
        return plain(codes.containsKey(name) ? codes.get(name) : known.get(name));
    }

    private static Object plain(Object answer) {
        if ("yes".equals(answer)) {
            return true;
        }
        if ("no".equals(answer)) {
            return false;
        }
        return answer != null && UNKNOWN.contains(answer) ? null : answer;
    }

    /**
     * Days at her site from today to the release date, or to the day on which she left, whatever was planned: then they
     * are negative. Null while it is unknown.
     */
    private Object daysToRelease(CaseFile file) {
        return file.releasedAtIfReleased()
                .map(at -> calendar.dateAt(file.site(), at))
                .or(file::releaseDateIfKnown)
                .map(date -> (int) ChronoUnit.DAYS.between(calendar.today(file.site()), date))
                .orElse(null);
    }

    /** Whole weeks at her site since the day of her release; null while she is in custody. */
    private Object weeksSinceRelease(CaseFile file) {
        return file.releasedAtIfReleased()
                .map(at -> calendar.dateAt(file.site(), at))
                .map(day -> (int) ChronoUnit.WEEKS.between(day, calendar.today(file.site())))
                .orElse(null);
    }

    private Object isUnder21(CaseFile file) {
        LocalDate today = calendar.today(file.site());
        return Period.between(file.dateOfBirth(), today).getYears() < 21;
    }
}
