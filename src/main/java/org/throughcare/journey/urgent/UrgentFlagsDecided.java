package org.throughcare.journey.urgent;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.DelegateCodes;
import org.throughcare.time.WorkingCalendar;

/**
 * Starts a response for each flag that the table found and that is news. A table is asked again at later moments with
 * much the same facts: what is being answered, lives on in a care plan or was answered during this stay is no news,
 * unless it has become more urgent or is a danger that comes back.
 */
@Component
class UrgentFlagsDecided implements DecisionConsumer {

    /** Found again, these are found anew: yesterday's answer says nothing about today. */
    private static final Set<String> DANGERS_THAT_COME_BACK =
            Set.of("selfHarm", "acuteMentalIllness", "withdrawal", "overdose");

    private final UrgentConcerns concerns;
    private final UrgentFlags flags;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;

    UrgentFlagsDecided(UrgentConcerns concerns, UrgentFlags flags, CaseFiles cases, WorkingCalendar calendar) {
        this.concerns = concerns;
        this.flags = flags;
        this.cases = cases;
        this.calendar = calendar;
    }

    @Override
    public String decision() {
        return "urgentFlags";
    }

    @Override
    public void apply(String caseNumber, Decided decided, DelegateCodes codes) {
        decided.rows().stream()
                .filter(row -> isNews(caseNumber, row))
                .forEach(row -> concerns.raise(
                        caseNumber,
                        (String) row.get("flag"),
                        (String) row.get("severity"),
                        (String) row.get("role"),
                        (String) row.get("respondWithin"),
                        (String) row.get("reason")));
    }

    private boolean isNews(String caseNumber, Map<String, Object> row) {
        String flag = (String) row.get("flag");
        String severity = (String) row.get("severity");
        boolean comesBack = "immediate".equals(severity) && DANGERS_THAT_COME_BACK.contains(flag);
        Instant beginning = beginningOfStay(cases.get(caseNumber));
        return flags.of(caseNumber).stream()
                .filter(earlier -> earlier.flag().equals(flag) && Severity.isAtLeast(earlier.severity(), severity))
                .filter(earlier -> !UrgentFlags.CLOSED.equals(earlier.status()) || !comesBack)
                .noneMatch(earlier -> !UrgentFlags.CLOSED.equals(earlier.status())
                        || !earlier.raisedAt().isBefore(beginning));
    }

    private Instant beginningOfStay(CaseFile file) {
        return calendar.startOfDay(file.site(), file.admissionDate());
    }
}
