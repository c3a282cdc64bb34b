package org.throughcare.journey.urgent;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.journey.CaseMessages;
import org.throughcare.time.WorkingCalendar;

/**
 * Raises urgent concerns: the flag is written and a response with its own role and deadline begins, while the journey
 * goes on (domain rule 2). A concern that somebody is responding to already, and that is no more urgent than theirs,
 * starts no second response; what was reported is added to the open one.
 */
@Component
@Transactional
public class UrgentConcerns {

    /** The journal's kind for a concern that was added to an open response. */
    static final String REPEATED = "urgentConcernRepeated";

    private static final String OTHER = "other";

    private final UrgentFlags flags;
    private final CaseFiles cases;
    private final CaseMessages messages;
    private final Journal journal;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final UrgentSettings settings;

    UrgentConcerns(
            UrgentFlags flags,
            CaseFiles cases,
            CaseMessages messages,
            Journal journal,
            WorkingCalendar calendar,
            Clock clock,
            UrgentSettings settings) {
        this.flags = flags;
        this.cases = cases;
        this.messages = messages;
        this.journal = journal;
        this.calendar = calendar;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Raises a concern and starts its response.
     *
     * @param flag the kind of concern, as in the table {@code urgentFlags}, or familyConcern, childInDanger, other
     * @param severity immediate, urgent or priority; null means urgent
     * @param role the role stem that responds; null means the usual one for this kind
     * @param respondWithin ISO 8601 duration; null means the usual one for this kind and severity
     * @param reason what was found or reported; it stays in the record
     * @return the id of the flag that is answered: a new one, or the open one
     * @throws org.throughcare.casefile.NoSuchCaseException when there is no such case
     */
    public long raise(
            String caseNumber, String flag, String severity, String role, String respondWithin, String reason) {
        Map<String, Object> codes = write(caseNumber, flag, severity, role, respondWithin, reason);
        if (Boolean.FALSE.equals(codes.get("alreadyAnswered"))) {
            messages.start("urgentResponse", caseNumber, codes);
        }
        return (long) codes.get("flagId");
    }

    /** Writes the flag, or adds to the open one, and returns the codes of a response that the caller starts. */
    Map<String, Object> write(
            String caseNumber, String flag, String severity, String role, String respondWithin, String reason) {
        String howUrgent = Severity.isKnown(severity) ? severity : "urgent";
        Optional<Flag> open = beingAnswered(caseNumber, flag, howUrgent);
        if (open.isPresent()) {
            return addTo(open.get(), reason);
        }
        Instant now = clock.instant();
        String site = cases.get(caseNumber).site();
        String who = isBlank(role) ? settings.roleFor(flag) : role;
        String within =
                isBlank(respondWithin) ? settings.respondWithin(flag, howUrgent).toString() : respondWithin;
        Instant respondBy = calendar.dueAfter(site, within, now);
        long id = flags.raise(new NewFlag(caseNumber, flag, howUrgent, who, respondBy, reason));
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("alreadyAnswered", false);
        codes.put("flagId", id);
        codes.put("flag", flag);
        codes.put("severity", howUrgent);
        codes.put("responsibleRole", who);
        codes.put("respondWithin", within);
        codes.put("respondBy", respondBy.toString());
        codes.put("firstReviewBy", now.plus(settings.firstReview()).toString());
        codes.put("responseKind", ResponseKind.of(flag, howUrgent).code());
        codes.put("subject", subject(id));
        return codes;
    }

    private Map<String, Object> addTo(Flag open, String reason) {
        journal.write(
                open.caseNumber(),
                REPEATED,
                "Reported again while a response is under way: " + reason,
                Map.of("flagId", open.id(), "flag", open.flag(), "reason", reason));
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("alreadyAnswered", true);
        codes.put("flagId", open.id());
        codes.put("subject", subject(open.id()));
        return codes;
    }

    /** A response that waits for an answer; once a care plan goes on, a new concern is a new one. */
    private Optional<Flag> beingAnswered(String caseNumber, String flag, String severity) {
        return flags.open(caseNumber).stream()
                .filter(open -> !OTHER.equals(flag) && open.flag().equals(flag))
                .filter(open -> !UrgentFlags.CARE_PLAN.equals(open.status()))
                .filter(open -> Severity.isAtLeast(open.severity(), severity))
                .findFirst();
    }

    private static String subject(long flagId) {
        return "urgent:" + flagId;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
