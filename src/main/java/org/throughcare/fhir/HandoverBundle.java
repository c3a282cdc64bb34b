package org.throughcare.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Objective;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.SharedHandover.Handover;
import org.throughcare.words.Words;

/**
 * A handover as a FHIR R4 document: a Composition with what she achieved, what is still open, her needs and her consents,
 * her CarePlan, and a Task that says how far the handover has come. It holds nothing that {@link Handover} does not hold.
 */
final class HandoverBundle {

    private static final String HANDOVER = "urn:throughcare:handover";
    private static final String PATHWAY = "urn:throughcare:pathway";
    private static final String RECIPIENT = "urn:throughcare:recipient";
    private static final String SITE = "urn:throughcare:site";
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";

    private static final Map<String, Goal.GoalLifecycleStatus> GOALS = Map.of(
            "planned", Goal.GoalLifecycleStatus.PLANNED,
            "completed", Goal.GoalLifecycleStatus.COMPLETED);

    private final Handover handover;
    private final String recipientName;
    private final String siteName;
    private final Instant now;
    private final Entries entries;

    private HandoverBundle(Handover handover, String recipientName, String siteName, ZoneId zone, Instant now) {
        this.handover = handover;
        this.recipientName = recipientName;
        this.siteName = siteName;
        this.now = now;
        this.entries = new Entries(HANDOVER + ":" + handover.file().caseNumber() + "/" + handover.recipient(), zone);
    }

    /**
     * @param recipientName what people call who it is for
     * @param siteName of the site that hands over
     * @param zone of that site
     * @param now the moment for which it holds
     */
    static Bundle of(Handover handover, String recipientName, String siteName, ZoneId zone, Instant now) {
        return new HandoverBundle(handover, recipientName, siteName, zone, now).build();
    }

    private Bundle build() {
        Bundle bundle = entries.bundle();
        bundle.setType(Bundle.BundleType.DOCUMENT);
        bundle.setTimestamp(Date.from(now));
        bundle.getIdentifier()
                .setSystem(HANDOVER)
                .setValue(handover.file().caseNumber() + "/" + handover.recipient() + "/" + now);
        entries.add(composition());
        entries.add(entries.patient(handover.file().caseNumber(), handover.person()));
        entries.add(organization("Organization", RECIPIENT, handover.recipient(), recipientName));
        entries.add(organization("Site", SITE, handover.file().site(), siteName));
        entries.add(task());
        entries.add(carePlan());
        handover.objectives().forEach(objective -> entries.add(goal(objective)));
        handover.needs().forEach(need -> entries.add(condition(need)));
        handover.referrals().forEach(referral -> entries.add(request(referral)));
        handover.consents().forEach(consent -> entries.add(entries.consent(consent)));
        return bundle;
    }

    private Composition composition() {
        Composition composition = new Composition();
        composition.setId(entries.idOf("Composition"));
        composition.setStatus(Composition.CompositionStatus.FINAL);
        composition.setType(
                new CodeableConcept(new Coding("http://loinc.org", "18761-7", null)).setText("Transfer summary"));
        composition.setSubject(entries.to("Patient"));
        composition.setDate(Date.from(now));
        composition.addAuthor(entries.to("Site"));
        composition.setTitle("Handover");
        section(composition, "Release plan", Stream.of("CarePlan", "Task"));
        section(composition, "Achieved", goals(true));
        section(composition, "Still open", Stream.concat(goals(false), names("Referral", ids(handover.referrals()))));
        section(composition, "Needs", names("Need", handover.needs().stream().map(Need::pathway)));
        section(
                composition,
                "What she agreed to",
                names("Consent", handover.consents().stream().map(consent -> String.valueOf(consent.id()))));
        return composition;
    }

    private void section(Composition composition, String title, Stream<String> what) {
        List<Reference> references = new ArrayList<>(what.map(entries::to).toList());
        if (!references.isEmpty()) {
            composition.addSection().setTitle(title).setEntry(references);
        }
    }

    private Stream<String> goals(boolean completed) {
        return names(
                "Objective",
                handover.objectives().stream()
                        .filter(objective -> isCompleted(objective) == completed)
                        .map(objective -> String.valueOf(objective.id())));
    }

    private static boolean isCompleted(Objective objective) {
        return "completed".equals(objective.status());
    }

    private static Stream<String> ids(List<Referral> referrals) {
        return referrals.stream().map(referral -> String.valueOf(referral.id()));
    }

    private static Stream<String> names(String kind, Stream<String> ids) {
        return ids.map(id -> kind + "/" + id);
    }

    private Organization organization(String what, String system, String code, String name) {
        Organization organization = new Organization();
        organization.setId(entries.idOf(what));
        organization.addIdentifier().setSystem(system).setValue(code);
        organization.setName(name);
        return organization;
    }

    private Task task() {
        Task task = new Task();
        task.setId(entries.idOf("Task"));
        task.setStatus(
                switch (handover.state()) {
                    case PREPARED -> Task.TaskStatus.DRAFT;
                    case SENT -> Task.TaskStatus.REQUESTED;
                    case ACCEPTED -> Task.TaskStatus.ACCEPTED;
                    case DECLINED -> Task.TaskStatus.REJECTED;
                });
        task.setIntent(Task.TaskIntent.ORDER);
        task.setCode(new CodeableConcept().setText("Handover"));
        task.setFocus(entries.to("CarePlan"));
        task.setFor(entries.to("Patient"));
        task.setRequester(entries.to("Site"));
        task.setOwner(entries.to("Organization"));
        return task;
    }

    private CarePlan carePlan() {
        CarePlan plan = new CarePlan();
        plan.setId(entries.idOf("CarePlan"));
        plan.setStatus(CarePlan.CarePlanStatus.ACTIVE);
        plan.setIntent(CarePlan.CarePlanIntent.PLAN);
        plan.setTitle("Release plan");
        plan.setSubject(entries.to("Patient"));
        names("Need", handover.needs().stream().map(Need::pathway))
                .forEach(need -> plan.addAddresses(entries.to(need)));
        Stream.concat(goals(true), goals(false)).forEach(goal -> plan.addGoal(entries.to(goal)));
        handover.releaseDate()
                .ifPresentOrElse(
                        day -> activity(plan, "Release", CarePlan.CarePlanActivityStatus.SCHEDULED)
                                .setScheduled(new Period().setStartElement(Entries.wholeDay(day))),
                        () -> plan.setDescription("The day of her release is not known yet."));
        handover.agreedSteps().forEach(step -> activity(plan, step, CarePlan.CarePlanActivityStatus.NOTSTARTED));
        names("Referral", ids(handover.referrals()))
                .forEach(referral -> plan.addActivity().setReference(entries.to(referral)));
        return plan;
    }

    private static CarePlan.CarePlanActivityDetailComponent activity(
            CarePlan plan, String what, CarePlan.CarePlanActivityStatus status) {
        return plan.addActivity().getDetail().setStatus(status).setDescription(what);
    }

    private Goal goal(Objective objective) {
        Goal goal = new Goal();
        goal.setId(entries.idOf("Objective/" + objective.id()));
        goal.setLifecycleStatus(GOALS.getOrDefault(objective.status(), Goal.GoalLifecycleStatus.ACTIVE));
        goal.setDescription(new CodeableConcept().setText(objective.description()));
        goal.setSubject(entries.to("Patient"));
        if (objective.pathway() != null) {
            goal.addCategory(pathway(objective.pathway()));
        }
        if (objective.targetDate() != null) {
            goal.addTarget().setDue(Entries.day(objective.targetDate()));
        }
        return goal;
    }

    private Condition condition(Need need) {
        Condition condition = new Condition();
        condition.setId(entries.idOf("Need/" + need.pathway()));
        condition.setClinicalStatus(
                new CodeableConcept(new Coding(CLINICAL, "met".equals(need.status()) ? "resolved" : "active", null)));
        condition.addCategory(new CodeableConcept(new Coding(CATEGORY, "problem-list-item", null)));
        condition.setSeverity(new CodeableConcept().setText(Words.spoken(need.level())));
        condition.setCode(pathway(need.pathway()));
        condition.setSubject(entries.to("Patient"));
        return condition;
    }

    private static CodeableConcept pathway(String pathway) {
        return new CodeableConcept(new Coding(PATHWAY, pathway, Words.of("pathway", pathway)));
    }

    private ServiceRequest request(Referral referral) {
        boolean planned = Referrals.PLANNED.equals(referral.status());
        ServiceRequest request = new ServiceRequest();
        request.setId(entries.idOf("Referral/" + referral.id()));
        request.setStatus(
                planned ? ServiceRequest.ServiceRequestStatus.DRAFT : ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setIntent(
                planned ? ServiceRequest.ServiceRequestIntent.PLAN : ServiceRequest.ServiceRequestIntent.ORDER);
        request.setCode(new CodeableConcept(new Coding(Entries.SERVICE, referral.service(), referral.serviceName())));
        request.setSubject(entries.to("Patient"));
        request.setAuthoredOn(Date.from(referral.openedAt()));
        request.addReasonCode().setText(referral.reason());
        if (mayNameProvider(referral)) {
            request.addPerformer(new Reference().setDisplay(referral.providerName()));
        }
        if (referral.appointmentDate() != null) {
            request.setOccurrence(Entries.wholeDay(referral.appointmentDate()));
        }
        return request;
    }

    /** The community team knows to whom she goes; the name of a refuge is a place where she sleeps and goes no further. */
    private boolean mayNameProvider(Referral referral) {
        return referral.providerName() != null
                && Consents.COMMUNITY_TEAM.equals(handover.recipient())
                && referral.kind() != ConsentKind.SAFETY;
    }
}
