package org.throughcare.referrals;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.DelegateCodes;
import org.throughcare.time.WorkingCalendar;
import org.throughcare.words.Words;

/**
 * Turns the rows of the table {@code referrals} into referrals. What is due in this phase is opened, what is due later
 * is planned and opened when the table asks for it again in its own phase; a plan that the table does not confirm then
 * is dropped. What goes on with her already, what was done for her of late and what she has just declined is not asked
 * for again.
 */
@Component
class ReferralDecision implements DecisionConsumer {

    private static final List<String> PHASES = List.of("custody", "preRelease", "release", "followUp");
    private static final List<String> URGENCIES = List.of("urgent", "soon", "routine");
    private static final Set<String> HER_NO =
            Set.of(Referrals.NOT_SENT, Referrals.NO_LONGER_WANTED, Referrals.WITHDRAWN, Referrals.REVOKED);

    private final Referrals referrals;
    private final Journal journal;
    private final ReferralTimes times;
    private final WorkingCalendar calendar;
    private final CaseFiles cases;

    ReferralDecision(
            Referrals referrals, Journal journal, ReferralTimes times, WorkingCalendar calendar, CaseFiles cases) {
        this.referrals = referrals;
        this.journal = journal;
        this.times = times;
        this.calendar = calendar;
        this.cases = cases;
    }

    @Override
    public String decision() {
        return "referrals";
    }

    @Override
    public void apply(String caseNumber, Decided decided, DelegateCodes codes) {
        String phase = String.valueOf(decided.inputs().get("phase"));
        Map<String, NewReferral> wanted = byService(caseNumber, phase, decided);
        wanted.values().forEach(this::take);
        referrals.of(caseNumber).stream()
                .filter(planned -> planned.status().equals(Referrals.PLANNED))
                .filter(planned -> isDue(planned.timing(), phase) && !wanted.containsKey(planned.service()))
                .forEach(planned -> referrals.close(planned.id(), Referrals.PLAN_DROPPED));
    }

    private static Map<String, NewReferral> byService(String caseNumber, String phase, Decided decided) {
        Map<String, NewReferral> wanted = new LinkedHashMap<>();
        decided.rows().stream()
                .sorted(Comparator.comparing(row -> URGENCIES.indexOf(text(row, "urgency"))))
                .forEach(row -> wanted.putIfAbsent(
                        text(row, "service"),
                        new NewReferral(
                                caseNumber,
                                text(row, "service"),
                                phase,
                                text(row, "timing"),
                                text(row, "ownerRole"),
                                text(row, "urgency"),
                                text(row, "reason"))));
        return wanted;
    }

    private void take(NewReferral referral) {
        if (!isDue(referral.timing(), referral.phase())) {
            referrals.plan(referral);
        } else if (isSettled(referral)) {
            journal.write(
                    referral.caseNumber(),
                    "referralNotRepeated",
                    Words.of("service", referral.service())
                            + " goes on with her, was just done, or she has just declined it: not asked again.",
                    Map.of("service", referral.service(), "phase", referral.phase()));
        } else {
            referrals.open(referral);
        }
    }

    private boolean isSettled(NewReferral wanted) {
        return referrals.of(wanted.caseNumber()).stream()
                .filter(earlier -> earlier.service().equals(wanted.service()) && earlier.closedAt() != null)
                .reduce((first, second) -> second)
                .filter(latest -> goesOnHere(latest, wanted)
                        || isOfLate(latest, wanted) && (isDoneHere(latest, wanted) || isHerNo(latest)))
                .isPresent();
    }

    /** A service inside does not stand for one outside. */
    private static boolean goesOnHere(Referral latest, NewReferral wanted) {
        return latest.status().equals(Referrals.GOES_ON) && isInside(latest.phase()) == isInside(wanted.phase());
    }

    /** The need may still stand in the record: the service is offered again later, or when it is more urgent. */
    private static boolean isDoneHere(Referral latest, NewReferral wanted) {
        return latest.status().equals(Referrals.DONE)
                && isInside(latest.phase()) == isInside(wanted.phase())
                && URGENCIES.indexOf(latest.urgency()) <= URGENCIES.indexOf(wanted.urgency());
    }

    private static boolean isHerNo(Referral latest) {
        return HER_NO.contains(latest.status());
    }

    private boolean isOfLate(Referral latest, NewReferral wanted) {
        String site = cases.get(wanted.caseNumber()).site();
        return calendar.today(site)
                .isBefore(calendar.dateAt(site, latest.closedAt()).plus(times.answerStands()));
    }

    private static boolean isInside(String phase) {
        return PHASES.indexOf(phase) < PHASES.indexOf("release");
    }

    private static boolean isDue(String timing, String phase) {
        return switch (timing) {
            case "preRelease" -> PHASES.indexOf(phase) >= PHASES.indexOf("preRelease");
            case "onRelease" -> PHASES.indexOf(phase) >= PHASES.indexOf("release");
            default -> true;
        };
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }
}
