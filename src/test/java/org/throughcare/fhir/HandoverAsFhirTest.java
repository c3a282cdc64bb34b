package org.throughcare.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.fhir.Bundles.all;
import static org.throughcare.fhir.Bundles.only;
import static org.throughcare.fhir.Bundles.problemsOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.WebTest;
import org.throughcare.access.AccessLog;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objectives;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referrals;

/** The community team's own system reads a handover: what she consented to at this moment, and nothing else. */
class HandoverAsFhirTest extends WebTest {

    private static final String CANARY = "Pirolgesang";
    private static final String WORKER = "handover.worker";
    private static final String PROVIDER = "northtownHousing";
    private static final String THEIR_SYSTEM = "handover.northtown";

    @Autowired
    Referrals referrals;

    @Autowired
    ConsentChanges consentChanges;

    @Autowired
    Objectives objectives;

    @Autowired
    Needs needs;

    @Autowired
    AccessLog accessLog;

    private String caseNumber;

    @BeforeEach
    void aWomanWhoIsHandedOver() {
        person(WORKER, "communityWorker.north");
        person("handover.colleague", "communityWorker.north");
        person("handover.coordinator", "releaseCoordinator.north");
        person("handover.elsewhere", "communityWorker.south");
        person("handover.facilitator", "programmeFacilitator.north");
        person("handover.manager", "manager");
        person(THEIR_SYSTEM, "provider." + PROVIDER);
        caseNumber = aWoman().named("Ana Whetu")
                .ownedBy("kiri")
                .bornOn(LocalDate.of(1992, 2, 29))
                .releasedOn(LocalDate.of(2026, 3, 29))
                .knownTo("gateMeetingNeeded", "yes")
                .knownTo("gateMeetingWho", CANARY)
                .knownTo("clinicalCareNeeded", "yes")
                .knownTo("inReachNeeded", "no")
                .knownTo("handoverIssues", CANARY)
                .knownTo("ownAccount", CANARY)
                .knownTo("safeContactWay", CANARY)
                .knownTo("dayOfRelease", CANARY)
                .knownTo("threatFrom", CANARY)
                .admitted();
        start("admission", caseNumber);
        runJobs();
        taskService.setAssignee(task(caseNumber, openTasks(caseNumber).get(0)).getId(), WORKER);
        for (String pathway :
                List.of("accommodation", "mentalHealth", "drugsAlcohol", "abuse", "family", "thinking", "legal")) {
            objectives.add(
                    caseNumber, new NewObjective("About " + pathway + ".", pathway, "both", LocalDate.of(2028, 2, 29)));
            needs.record(caseNumber, new Need(pathway, "high", "inProgress", "both", null));
        }
        objectives.add(caseNumber, new NewObjective("A photograph for her son.", null, "prison", null));
        objectives.changeStatus(objectives.of(caseNumber).get(0).id(), "completed", "done");
        needs.record(caseNumber, new Need("culture", "none", "notRequired", null, null));
        for (String service : List.of("womensRefuge", "drugTreatment", "employmentService")) {
            referrals.open(new NewReferral(
                    caseNumber, service, "preRelease", "now", "releaseCoordinator", "soon", "Why " + service + "."));
        }
        runJobs();
    }

    @AfterEach
    void theySignInNoMore() {
        Stream.of(WORKER, THEIR_SYSTEM).forEach(identityService::deleteUser);
    }

    @Test
    void withoutHerConsentNothingIsRead() {
        Answer refused = get(WORKER, path());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asText()).contains("She does not agree, at this moment");
        assertThat(refused.text()).doesNotContain("Ana", "About", "1992", CANARY);
        give(ConsentKind.IDENTITY, ConsentKind.HEALTH);
        assertThat(get(WORKER, path()).status()).as("her plan is not among it").isEqualTo(403);
    }

    @Test
    void thePlanAloneTellsNeitherWhoSheIsNorOfIllnessDrugsViolenceAndFamily() {
        give(ConsentKind.RELEASE_PLAN);

        Bundle bundle = read(WORKER);

        assertThat(problemsOf(bundle)).isEmpty();
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
        Patient patient = only(bundle, Patient.class);
        assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo(caseNumber);
        assertThat(patient.hasName() || patient.hasBirthDate() || patient.hasCommunication())
                .isFalse();
        assertThat(goals(bundle)).containsExactly("About accommodation.", "A photograph for her son.");
        assertThat(all(bundle, Goal.class).get(0).getLifecycleStatus()).isEqualTo(Goal.GoalLifecycleStatus.COMPLETED);
        assertThat(all(bundle, Condition.class)).isEmpty();
        assertThat(all(bundle, ServiceRequest.class)).isEmpty();
        assertThat(all(bundle, Consent.class)).hasSize(1);
        assertThat(steps(bundle)).containsExactly("Release", "She is met at the gate");
        assertThat(text(bundle)).doesNotContain("Ana", "1992", "refuge", "drug", "health", "About family", CANARY);
    }

    @Test
    void eachKindOfInformationOpensItsOwnPartAndNoOther() {
        Map<ConsentKind, String> opened = Map.of(
                ConsentKind.HEALTH, "About mentalHealth.",
                ConsentKind.DRUGS_ALCOHOL, "About drugsAlcohol.",
                ConsentKind.SAFETY, "About abuse.",
                ConsentKind.FAMILY, "About family.");
        opened.forEach((kind, objective) -> {
            give(ConsentKind.RELEASE_PLAN, kind);
            Bundle bundle = read(WORKER);
            assertThat(problemsOf(bundle)).isEmpty();
            assertThat(goals(bundle))
                    .as(kind.code())
                    .containsExactlyInAnyOrder("About accommodation.", "A photograph for her son.", objective);
            assertThat(all(bundle, Condition.class)).hasSize(1);
            withdraw();
        });
        give(ConsentKind.RELEASE_PLAN, ConsentKind.PRACTICAL);
        assertThat(pathways(read(WORKER))).containsExactly("accommodation");
        assertThat(services(read(WORKER))).containsExactly("employmentService");
    }

    @Test
    void withEveryConsentNothingOfTheOffenceOfFreeWordsAndOfTheRefugesNameGoes() {
        give(ConsentKind.values());
        long refuge =
                referrals.openFor(caseNumber, "womensRefuge").orElseThrow().id();
        referrals.choose(
                refuge,
                new org.throughcare.referrals.Provider(
                        "harbourHouse",
                        CANARY + " House",
                        "x",
                        LocalDate.of(2030, 1, 1),
                        true,
                        java.util.OptionalInt.empty()));
        referrals.booked(refuge, LocalDate.of(2028, 2, 29));

        Bundle bundle = read(WORKER);

        assertThat(problemsOf(bundle)).isEmpty();
        assertThat(only(bundle, Patient.class).getNameFirstRep().getText()).isEqualTo("Ana Whetu");
        assertThat(only(bundle, Patient.class).getBirthDateElement().getValueAsString())
                .isEqualTo("1992-02-29");
        assertThat(pathways(bundle))
                .containsExactlyInAnyOrder("abuse", "accommodation", "drugsAlcohol", "family", "mentalHealth");
        assertThat(services(bundle)).containsExactlyInAnyOrder("womensRefuge", "drugTreatment", "employmentService");
        assertThat(steps(bundle)).contains("Clinical care goes on");
        assertThat(all(bundle, Consent.class)).hasSize(7);
        assertThat(text(bundle)).doesNotContain("About thinking", "About legal", CANARY);
        assertThat(everythingIsNamedInTheDocument(bundle)).isTrue();
    }

    @Test
    void aWithdrawnConsentAndOneThatIsOverCloseItAtOnce() {
        consentChanges.apply(
                caseNumber,
                Consents.COMMUNITY_TEAM,
                List.of(ConsentKind.RELEASE_PLAN, ConsentKind.HEALTH),
                "given",
                Optional.of(LocalDate.of(2026, 1, 20)),
                "spoken");
        assertThat(goals(read(WORKER))).contains("About mentalHealth.");
        consentChanges.apply(
                caseNumber,
                Consents.COMMUNITY_TEAM,
                List.of(ConsentKind.HEALTH),
                "withdrawn",
                Optional.empty(),
                "spoken");
        assertThat(goals(read(WORKER))).doesNotContain("About mentalHealth.");

        clock.freezeAt(Instant.parse("2026-01-20T23:59:00Z"));
        assertThat(get(WORKER, path()).status()).isEqualTo(200);
        clock.freezeAt(Instant.parse("2026-01-21T00:00:00Z"));
        assertThat(get(WORKER, path()).status()).isEqualTo(403);

        give(ConsentKind.RELEASE_PLAN);
        assertThat(get(WORKER, path()).status()).isEqualTo(200);
        withdraw();
        assertThat(get(WORKER, path()).status()).isEqualTo(403);
    }

    @Test
    void itIsForTheWorkerWhoHasTheCaseAndReadersSeeNoMoreThanTheirRole() {
        give(ConsentKind.values());
        assertThat(get("handover.colleague", path()).status())
                .as("has not the case")
                .isEqualTo(403);
        assertThat(get("handover.facilitator", path()).status()).isEqualTo(403);
        assertThat(get("handover.manager", path()).status()).isEqualTo(403);
        assertThat(get("handover.elsewhere", path()).status()).isEqualTo(404);
        assertThat(get(THEIR_SYSTEM, path()).status()).isEqualTo(403);
        assertThat(get(null, path()).status()).isEqualTo(401);

        Bundle ofCoordinator = read("handover.coordinator");

        assertThat(goals(ofCoordinator)).doesNotContain("About mentalHealth.", "About drugsAlcohol.");
        assertThat(goals(ofCoordinator)).contains("About abuse.", "About family.");
        assertThat(services(ofCoordinator)).doesNotContain("drugTreatment");
    }

    @Test
    void aProviderReadsWhatSheSharesWithItWhileAReferralGoesOn() {
        give(ConsentKind.values());
        long housing = referrals
                .open(new NewReferral(
                        caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "Nowhere to go."))
                .orElseThrow();
        runJobs();
        String confirm = "UserTask_ConfirmProvider";
        var task = taskService
                .createTaskQuery()
                .processInstanceId(referrals.get(housing).processInstance())
                .taskDefinitionKey(confirm)
                .singleResult();
        formService.submitTaskForm(task.getId(), Map.of("providerId", PROVIDER, "providerDecision", "send"));
        agree(PROVIDER, ConsentKind.IDENTITY, ConsentKind.PRACTICAL);
        referrals.sent(housing);

        Answer withoutPlan = get(THEIR_SYSTEM, path());
        assertThat(withoutPlan.status()).isEqualTo(403);
        assertThat(withoutPlan.json().path("detail").asText()).contains("She does not agree");

        agree(PROVIDER, ConsentKind.RELEASE_PLAN);
        Bundle bundle = read(THEIR_SYSTEM);
        assertThat(problemsOf(bundle)).isEmpty();
        assertThat(only(bundle, Patient.class).getNameFirstRep().getText()).isEqualTo("Ana Whetu");
        assertThat(goals(bundle)).containsExactly("About accommodation.", "A photograph for her son.");
        assertThat(pathways(bundle)).containsExactly("accommodation");
        assertThat(all(bundle, Consent.class)).hasSize(3);
        assertThat(all(bundle, ServiceRequest.class))
                .noneMatch(ServiceRequest::hasPerformer)
                .hasSize(2);

        referrals.close(housing, Referrals.WITHDRAWN);
        assertThat(get(THEIR_SYSTEM, path()).status())
                .as("the referral is over")
                .isEqualTo(403);
    }

    @Test
    void theTaskSaysHowFarTheHandoverHasCome() {
        give(ConsentKind.RELEASE_PLAN);
        assertThat(state()).isEqualTo(Task.TaskStatus.DRAFT);
        journal.write(caseNumber, "handoverSent", "The handover went to the community team.", Map.of());
        assertThat(state()).isEqualTo(Task.TaskStatus.REQUESTED);
        facts.put(caseNumber, Facts.CASE, Map.of("handoverAnswer", "declined"), "test");
        assertThat(state()).isEqualTo(Task.TaskStatus.REJECTED);
        facts.put(caseNumber, Facts.CASE, Map.of("handoverAnswer", "accepted"), "test");
        assertThat(state()).isEqualTo(Task.TaskStatus.ACCEPTED);
        cases.changeReleaseDate(caseNumber, Optional.empty(), "remanded");
        assertThat(problemsOf(read(WORKER))).isEmpty();
        assertThat(only(read(WORKER), CarePlan.class).getDescription()).contains("not known yet");
    }

    @Test
    void readingLeavesALineAndAnErasedWomanIsNotThere() {
        give(ConsentKind.RELEASE_PLAN);
        read(WORKER);
        assertThat(accessLog.of(caseNumber))
                .anySatisfy(line -> assertThat(line.by()).isEqualTo(WORKER));

        cases.close(caseNumber, "deported");
        assertThat(get(WORKER, path()).status()).as("closed").isEqualTo(403);
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list()
                .forEach(run -> runtimeService.deleteProcessInstance(
                        run.getId(), "the case is closed", true, false, true, true));
        Answer erased = post(
                person("handover.admin", "camunda-admin"),
                "/api/cases/" + caseNumber + "/erasure",
                Map.of("confirm", caseNumber, "reason", "order", "reference", "R-18/26"));
        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        assertThat(get(WORKER, path()).status()).isEqualTo(404);
    }

    private void give(ConsentKind... kinds) {
        agree(Consents.COMMUNITY_TEAM, kinds);
    }

    private void agree(String recipient, ConsentKind... kinds) {
        consentChanges.apply(caseNumber, recipient, Arrays.asList(kinds), "given", Optional.empty(), "spoken");
    }

    private void withdraw() {
        consentChanges.apply(caseNumber, Consents.COMMUNITY_TEAM, List.of(), "withdrawn", Optional.empty(), "spoken");
    }

    private Bundle read(String user) {
        Answer answer = get(user, path());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).isEqualTo("no-store");
        return Bundles.FHIR.newJsonParser().parseResource(Bundle.class, answer.text());
    }

    private String path() {
        return "/api/cases/" + caseNumber + "/handover/fhir";
    }

    private Task.TaskStatus state() {
        return only(read(WORKER), Task.class).getStatus();
    }

    private static String text(Bundle bundle) {
        return Bundles.FHIR.newJsonParser().encodeResourceToString(bundle);
    }

    private static List<String> goals(Bundle bundle) {
        return all(bundle, Goal.class).stream()
                .map(goal -> goal.getDescription().getText())
                .toList();
    }

    private static List<String> pathways(Bundle bundle) {
        return all(bundle, Condition.class).stream()
                .map(condition -> condition.getCode().getCodingFirstRep().getCode())
                .toList();
    }

    private static List<String> services(Bundle bundle) {
        return all(bundle, ServiceRequest.class).stream()
                .map(request -> request.getCode().getCodingFirstRep().getCode())
                .toList();
    }

    private static List<String> steps(Bundle bundle) {
        return only(bundle, CarePlan.class).getActivity().stream()
                .filter(activity -> activity.hasDetail())
                .map(activity -> activity.getDetail().getDescription())
                .toList();
    }

    /** A document is read from its Composition: what that does not name is not part of it. */
    private static boolean everythingIsNamedInTheDocument(Bundle bundle) {
        List<String> named = only(bundle, Composition.class).getSection().stream()
                .flatMap(section -> section.getEntry().stream())
                .map(Reference::getReference)
                .toList();
        return bundle.getEntry().stream()
                .filter(entry -> !(entry.getResource() instanceof Composition)
                        && !(entry.getResource() instanceof Patient)
                        && !(entry.getResource() instanceof org.hl7.fhir.r4.model.Organization))
                .allMatch(entry -> named.contains(entry.getFullUrl()));
    }
}
