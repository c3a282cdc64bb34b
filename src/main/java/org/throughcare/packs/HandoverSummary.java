package org.throughcare.packs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.referrals.Consent;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.PathwayConsents;
import org.throughcare.referrals.Referrals;
import org.throughcare.words.Words;

/**
 * What goes to the community team on paper: the four questions, the checklist, completed objectives and outstanding issues
 * (004; domain rule 8), each part only as far as she consented to it for that team at this moment (domain rule 9).
 */
@Component
class HandoverSummary implements PackSource {

    private static final Set<ConsentKind> EVERYTHING_SENSITIVE =
            EnumSet.of(ConsentKind.HEALTH, ConsentKind.DRUGS_ALCOHOL, ConsentKind.SAFETY, ConsentKind.FAMILY);

    /** Programmes whose name says nothing of health, drugs, violence, family or offence; any other may. */
    private static final Set<String> PLAIN_PROGRAMMES = Set.of(
            "selfDevelopmentGroup",
            "vocationalTraining",
            "strengthBuilding",
            "practicalSkillsWork",
            "languageAndLearningSupport",
            "culturalProgramme",
            "settlingInSupport");

    private static final Map<String, String> CHECKLIST = checklist();

    private final Facts facts;
    private final Objectives objectives;
    private final ProgrammeSteps steps;
    private final Referrals referrals;
    private final Consents consents;

    HandoverSummary(Facts facts, Objectives objectives, ProgrammeSteps steps, Referrals referrals, Consents consents) {
        this.facts = facts;
        this.objectives = objectives;
        this.steps = steps;
        this.referrals = referrals;
        this.consents = consents;
    }

    /** Who she is; the language is null when nobody asked. */
    record Person(String name, LocalDate dateOfBirth, String language) {}

    /** One of the four questions; the note is null when there is none. */
    record Question(String question, String answer, String note) {}

    /** A line of the checklist. */
    record Check(String what, boolean done) {}

    /** An objective or a programme; side and day are empty or null when there is none. */
    record Line(String what, String area, String side, String status, LocalDate by) {}

    /** A service; provider and day are null when there is none yet. */
    record Service(String what, String provider, LocalDate appointment) {}

    private static Map<String, String> checklist() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("inCarePlan", "Release is in her care plan");
        items.put("communityTeamTold", "The community team was told");
        items.put("familyConsidered", "Her family was considered");
        items.put("planDrawnUp", "Her release plan is drawn up");
        items.put("healthcareConsulted", "Healthcare was consulted");
        items.put("agenciesLinked", "Other agencies are linked in");
        return items;
    }

    @Override
    public Pack pack() {
        return Pack.HANDOVER_SUMMARY;
    }

    @Override
    public String template() {
        return "handover";
    }

    @Override
    public Map<String, Object> values(Printing printing) {
        List<Consent> given = consents.inForceNow(printing.caseNumber()).stream()
                .filter(consent -> consent.recipient().equals(Consents.COMMUNITY_TEAM))
                .toList();
        Set<ConsentKind> agreed = given.stream()
                .map(consent -> ConsentKind.of(consent.kind()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConsentKind.class)));
        if (!agreed.contains(ConsentKind.RELEASE_PLAN)) {
            throw PackProblems.of(
                    HttpStatus.CONFLICT,
                    "She does not agree, today, that the community team has her release plan. Nothing may go to it.");
        }
        return values(new Shared(printing, agreed, printing.view().shownFacts(facts.of(printing.caseNumber()))), given);
    }

    /** What she agreed to share, within what the person who prints it may read. */
    private record Shared(Printing printing, Set<ConsentKind> agreed, Map<String, Object> known) {

        boolean agreedToAll(Collection<ConsentKind> kinds) {
            return agreed.containsAll(kinds);
        }

        String text(String fact) {
            return known.get(fact) instanceof String text && !text.isBlank() ? text : null;
        }

        /** Free text may tell of anything. */
        String anything(String fact) {
            return agreedToAll(EVERYTHING_SENSITIVE) ? text(fact) : null;
        }
    }

    private Map<String, Object> values(Shared shared, List<Consent> given) {
        Printing printing = shared.printing();
        CaseFile file = printing.file();
        boolean hers = shared.agreed().contains(ConsentKind.IDENTITY);
        List<Objective> all = objectives.of(printing.caseNumber());
        List<Objective> readable = all.stream()
                .filter(objective -> printing.showsPathway(objective.pathway()))
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("caseNumber", printing.caseNumber());
        values.put("person", hers ? new Person(file.womanName(), file.dateOfBirth(), file.language()) : null);
        values.put("homeDistrict", hers ? file.homeDistrict() : null);
        values.put("releaseDate", file.releaseDate());
        values.put("until", firstEnd(given));
        values.put("today", printing.today());
        values.put("day", DateTimeFormatter.ofPattern("d MMMM yyyy", PackLanguage.ENGLISH.locale()));
        values.put("questions", questions(shared));
        values.put("checklist", checks(shared));
        values.put("missing", shared.anything("releaseChecklistMissing"));
        values.put("issues", shared.anything("handoverIssues"));
        values.put("completed", lines(shared, readable, true));
        values.put("outstanding", lines(shared, readable, false));
        values.put("services", services(shared));
        values.put("acceptedBy", shared.text("handoverAcceptedBy"));
        values.put("leftOut", readable.size() < all.size());
        return values;
    }

    private static LocalDate firstEnd(List<Consent> given) {
        return given.stream()
                .map(Consent::validUntil)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static List<Question> questions(Shared shared) {
        return List.of(
                question(shared, "Should the community team visit her before?", "inReachNeeded", "inReachPlan"),
                question(shared, "Should she be met at the gate?", "gateMeetingNeeded", "gateMeetingWho"),
                shared.agreed().contains(ConsentKind.HEALTH)
                        ? question(shared, "Does clinical care go on?", "clinicalCareNeeded", "clinicalCareWhere")
                        : new Question("Does clinical care go on?", "Not shared", null),
                question(shared, "Is she far from home?", "farFromHome", "travelHome"));
    }

    private static Question question(Shared shared, String question, String answer, String note) {
        return shared.printing().view().showsFact(answer)
                ? new Question(
                        question,
                        Words.spoken(String.valueOf(shared.known().getOrDefault(answer, "notAsked"))),
                        shared.text(note))
                : new Question(question, "Not on this paper", null);
    }

    private static List<Check> checks(Shared shared) {
        Object ticked = shared.known().get("releaseChecklist");
        Collection<?> done = ticked instanceof Collection<?> list ? list : List.of();
        return CHECKLIST.entrySet().stream()
                .map(item -> new Check(item.getValue(), done.contains(item.getKey())))
                .toList();
    }

    private List<Line> lines(Shared shared, List<Objective> readable, boolean completed) {
        Stream<Line> ofObjectives = readable.stream()
                .filter(objective -> !"declined".equals(objective.status()))
                .filter(objective -> "completed".equals(objective.status()) == completed)
                .filter(objective -> !PathwayConsents.tellsOfOffence(objective.pathway()))
                .filter(objective -> shared.agreedToAll(PathwayConsents.neededFor(objective.pathway())))
                .map(HandoverSummary::line);
        Stream<Line> ofProgrammes = steps.of(shared.printing().caseNumber()).stream()
                .filter(step -> !"declined".equals(step.status()))
                .filter(step -> "completed".equals(step.status()) == completed)
                .filter(step -> PLAIN_PROGRAMMES.contains(step.activity()) || shared.agreedToAll(EVERYTHING_SENSITIVE))
                .map(HandoverSummary::line);
        return Stream.concat(ofObjectives, ofProgrammes).toList();
    }

    private static Line line(Objective objective) {
        return new Line(
                objective.description(),
                objective.pathway() == null ? "" : Words.of("pathway", objective.pathway()),
                Words.spoken(objective.side()),
                Words.spoken(objective.status()),
                objective.targetDate());
    }

    private static Line line(ProgrammeStep step) {
        return new Line(Words.spoken(step.activity()), "Programme", "", Words.spoken(step.status()), null);
    }

    private List<Service> services(Shared shared) {
        return referrals.of(shared.printing().caseNumber()).stream()
                .filter(referral -> referral.closedAt() == null || Referrals.GOES_ON.equals(referral.status()))
                .filter(referral -> shared.agreed().contains(referral.kind())
                        && shared.printing()
                                .view()
                                .kinds()
                                .containsAll(referral.kind().informationKinds()))
                .map(referral ->
                        new Service(referral.serviceName(), referral.providerName(), referral.appointmentDate()))
                .toList();
    }
}
