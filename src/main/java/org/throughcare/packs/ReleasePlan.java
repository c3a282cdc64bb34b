package org.throughcare.packs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.packs.Saying.Said;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.KnownViolence;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/**
 * Her plan, in her words, for her hands (domain rule 7). She may keep it where others find it, so what keeps her safe is
 * talked about and not printed (domain rule 16): no service and no objective against violence, no safe way to reach her,
 * and where somebody threatens her nothing of where the first day leads.
 */
@Component
class ReleasePlan implements PackSource {

    private static final Map<String, String> BEFORE =
            headings("hopesAfterRelease", "hopes", "worriesAfterRelease", "worries", "whoHelps", "helps");
    private static final Map<String, String> AFTER = headings("dayOfRelease", "dayItself", "firstWeeks", "firstWeeks");

    private static final Set<String> TALKED_ABOUT = Set.of("abuse", "sexWork");
    private static final Set<String> WHERE_IT_LEADS = Set.of("dayOfRelease", "firstWeeks");

    private final Facts facts;
    private final Objectives objectives;
    private final Referrals referrals;

    ReleasePlan(Facts facts, Objectives objectives, Referrals referrals) {
        this.facts = facts;
        this.objectives = objectives;
        this.referrals = referrals;
    }

    /** What was written under a question. */
    record Written(String heading, String text) {}

    /** A goal of hers; side and day are null when nothing was said. */
    record Goal(String goal, String firstStep, List<Said> side, LocalDate by) {}

    /** Something that was agreed on; the day is null when there is none. */
    record Agreed(String what, List<Said> side, List<Said> status, LocalDate by) {}

    /** A service; provider and day are null when there is none yet. */
    record Service(List<Said> what, String provider, LocalDate appointment) {}

    private static Map<String, String> headings(String... pairs) {
        Map<String, String> headings = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headings.put(pairs[i], pairs[i + 1]);
        }
        return headings;
    }

    @Override
    public Pack pack() {
        return Pack.RELEASE_PLAN;
    }

    @Override
    public String template() {
        return "release-plan";
    }

    @Override
    public Map<String, Object> values(Printing printing) {
        Map<String, Object> all = facts.of(printing.caseNumber());
        Map<String, Object> known = printing.view().shownFacts(all);
        if (KnownViolence.in(all)) {
            known.keySet().removeAll(WHERE_IT_LEADS);
        }
        Saying say = new Saying(printing.language());
        List<Objective> agreed = objectives.of(printing.caseNumber()).stream()
                .filter(objective -> !TALKED_ABOUT.contains(String.valueOf(objective.pathway())))
                .toList();
        List<Objective> readable = agreed.stream()
                .filter(objective -> printing.showsPathway(objective.pathway()))
                .toList();
        List<Referral> services = referrals.of(printing.caseNumber()).stream()
                .filter(referral -> referral.closedAt() == null || Referrals.GOES_ON.equals(referral.status()))
                .filter(referral -> referral.kind() != ConsentKind.SAFETY)
                .toList();
        List<Referral> shown = services.stream()
                .filter(referral ->
                        printing.view().kinds().containsAll(referral.kind().informationKinds()))
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("say", say);
        values.put("caseNumber", printing.caseNumber());
        values.put("womanName", printing.file().womanName());
        values.put("firstDay", printing.file().releaseDate());
        values.put("today", printing.today());
        values.put("before", written(known, BEFORE));
        values.put("goals", goals(known, say));
        values.put("after", written(known, AFTER));
        values.put(
                "objectives",
                readable.stream().map(objective -> agreed(objective, say)).toList());
        values.put(
                "services",
                shown.stream()
                        .map(referral -> service(referral, printing.today(), say))
                        .toList());
        values.put("leftOut", readable.size() < agreed.size() || shown.size() < services.size());
        if (Stream.of("before", "goals", "after", "objectives")
                .allMatch(part -> ((List<?>) values.get(part)).isEmpty())) {
            throw PackProblems.of(HttpStatus.CONFLICT, "There is no plan to print yet: nothing is written down.");
        }
        return values;
    }

    private static List<Written> written(Map<String, Object> known, Map<String, String> headings) {
        return headings.entrySet().stream()
                .filter(heading -> known.get(heading.getKey()) instanceof String text && !text.isBlank())
                .map(heading -> new Written(heading.getValue(), (String) known.get(heading.getKey())))
                .toList();
    }

    private static List<Goal> goals(Map<String, Object> known, Saying say) {
        return Optional.ofNullable(known.get("planGoals")).filter(List.class::isInstance).stream()
                .flatMap(rows -> ((List<?>) rows).stream())
                .map(row -> (Map<?, ?>) row)
                .filter(row -> row.get("goal") != null)
                .map(row -> new Goal(
                        (String) row.get("goal"),
                        (String) row.get("firstStep"),
                        row.get("goalSide") == null ? null : say.words("side." + row.get("goalSide")),
                        row.get("goalBy") == null ? null : LocalDate.parse((String) row.get("goalBy"))))
                .toList();
    }

    private static Agreed agreed(Objective objective, Saying say) {
        return new Agreed(
                objective.description(),
                say.words("side." + objective.side()),
                say.words("status." + objective.status()),
                objective.targetDate());
    }

    private static Service service(Referral referral, LocalDate today, Saying say) {
        LocalDate appointment = referral.appointmentDate();
        return new Service(
                say.wordsOr("appointment." + referral.service(), referral.serviceName()),
                referral.providerName(),
                appointment == null || appointment.isBefore(today) ? null : appointment);
    }
}
