package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CaseView;
import org.throughcare.access.InformationKind;
import org.throughcare.access.Relation;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;

/**
 * What goes with a handover at this moment: what she consented to for that recipient, and of this what the reader may read
 * (domain rules 8 and 9). What somebody wrote in free words about her day, her places and her people stays behind.
 */
@Component
@Transactional(readOnly = true)
public class SharedHandover {

    /** The four questions (004) by the fact that answers them, as a plan says it; the third is about health. */
    private static final Map<String, String> QUESTIONS = questions();

    private static final Set<String> KNOWN_NEEDS = Set.of("notStarted", "inProgress", "met");

    private final Consents consents;
    private final Objectives objectives;
    private final Needs needs;
    private final Referrals referrals;
    private final Facts facts;
    private final Journal journal;

    SharedHandover(
            Consents consents, Objectives objectives, Needs needs, Referrals referrals, Facts facts, Journal journal) {
        this.consents = consents;
        this.objectives = objectives;
        this.needs = needs;
        this.referrals = referrals;
        this.facts = facts;
        this.journal = journal;
    }

    /** How far a handover has come. */
    public enum State {
        PREPARED,
        SENT,
        ACCEPTED,
        DECLINED
    }

    /**
     * A handover as it may be known.
     *
     * @param recipient {@link Consents#COMMUNITY_TEAM} or a provider's id
     * @param person empty when she did not agree that the recipient knows who she is
     * @param agreedSteps which of the four questions were answered with yes, in words
     * @param needs those that are known and not declined, without what led to prison
     * @param consents hers for this recipient, as they are in force now
     */
    public record Handover(
            CaseFile file,
            String recipient,
            State state,
            Optional<SharedWithProvider.Person> person,
            Optional<LocalDate> releaseDate,
            List<String> agreedSteps,
            List<Objective> objectives,
            List<Need> needs,
            List<Referral> referrals,
            List<Consent> consents) {}

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("inReachNeeded", "The community team visits her before her release");
        questions.put("gateMeetingNeeded", "She is met at the gate");
        questions.put("clinicalCareNeeded", "Clinical care goes on");
        questions.put("farFromHome", "She is released far from home");
        return questions;
    }

    /**
     * The handover for that recipient.
     *
     * @param view what the reader may read of the case; a provider's own consents are all that counts for her
     * @return empty when she does not agree, at this moment, that the recipient has her release plan
     */
    public Optional<Handover> of(CaseFile file, String recipient, CaseView view) {
        List<Consent> given = consents.inForceNow(file.caseNumber()).stream()
                .filter(consent -> consent.recipient().equals(recipient))
                .toList();
        Set<ConsentKind> agreed = given.stream()
                .map(consent -> ConsentKind.of(consent.kind()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConsentKind.class)));
        return agreed.contains(ConsentKind.RELEASE_PLAN)
                ? Optional.of(handover(file, recipient, given, new Limits(agreed, view)))
                : Optional.empty();
    }

    private Handover handover(CaseFile file, String recipient, List<Consent> given, Limits limits) {
        String number = file.caseNumber();
        return new Handover(
                file,
                recipient,
                state(number, recipient),
                Optional.of(new SharedWithProvider.Person(file.womanName(), file.dateOfBirth(), file.language()))
                        .filter(person -> limits.agreed().contains(ConsentKind.IDENTITY)),
                file.releaseDateIfKnown(),
                agreedSteps(number, limits),
                objectives.of(number).stream()
                        .filter(objective -> !"declined".equals(objective.status()))
                        .filter(objective -> limits.showPathway(objective.pathway()))
                        .toList(),
                needs.of(number).stream().filter(limits::showNeed).toList(),
                referrals.of(number).stream()
                        .filter(referral -> referral.closedAt() == null || Referrals.GOES_ON.equals(referral.status()))
                        .filter(referral -> limits.show(referral.kind()))
                        .toList(),
                given);
    }

    private State state(String caseNumber, String recipient) {
        if (!Consents.COMMUNITY_TEAM.equals(recipient)) {
            return State.SENT;
        }
        String answer = facts.text(caseNumber, "handoverAnswer").orElse("");
        if ("accepted".equals(answer)) {
            return State.ACCEPTED;
        }
        if ("declined".equals(answer)) {
            return State.DECLINED;
        }
        return journal.of(caseNumber, List.of("handoverSent")).isEmpty() ? State.PREPARED : State.SENT;
    }

    private List<String> agreedSteps(String caseNumber, Limits limits) {
        Map<String, Object> known = facts.of(caseNumber);
        Predicate<String> open = fact -> "clinicalCareNeeded".equals(fact)
                ? limits.show(ConsentKind.HEALTH)
                : limits.isProvider() || limits.view().showsFact(fact);
        return QUESTIONS.entrySet().stream()
                .filter(question -> "yes".equals(known.get(question.getKey())) && open.test(question.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What she agreed to, within what the reader may read. */
    private record Limits(Set<ConsentKind> agreed, CaseView view) {

        boolean isProvider() {
            return view.relation() == Relation.PROVIDER;
        }

        boolean show(ConsentKind kind) {
            return agreed.contains(kind) && (isProvider() || view.kinds().containsAll(kind.informationKinds()));
        }

        boolean showPathway(String pathway) {
            return !PathwayConsents.tellsOfOffence(pathway)
                    && PathwayConsents.neededFor(pathway).stream().allMatch(this::show)
                    && (isProvider() || view.shows(InformationKind.PLAN));
        }

        /** A need of daily life is a practical matter. */
        boolean showNeed(Need need) {
            return need.level() != null
                    && !"none".equals(need.level())
                    && KNOWN_NEEDS.contains(need.status())
                    && showPathway(need.pathway())
                    && (!PathwayConsents.neededFor(need.pathway()).isEmpty() || show(ConsentKind.PRACTICAL));
        }
    }
}
