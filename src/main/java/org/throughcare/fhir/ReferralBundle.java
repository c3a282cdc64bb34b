package org.throughcare.fhir;

import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.SharedWithProvider.ReleasePlan;
import org.throughcare.referrals.SharedWithProvider.Shared;

/**
 * One referral as a FHIR R4 Bundle of the type {@code collection}: Task, ServiceRequest, Patient, Organization, a Consent
 * for each kind of information, and a CarePlan when she agreed to share her release plan. Its ids stay the same each time
 * it is asked for. It holds nothing that {@link Shared} does not hold.
 */
final class ReferralBundle {

    static final String REFERRAL = "urn:throughcare:referral";
    static final String STATUS = "urn:throughcare:referral-status";
    private static final String PROVIDER = "urn:throughcare:provider";

    private final Shared shared;
    private final Referral referral;
    private final Entries entries;

    private ReferralBundle(Shared shared, ZoneId zone) {
        this.shared = shared;
        this.referral = shared.referral();
        this.entries = new Entries(REFERRAL + ":" + referral.id(), zone);
    }

    /** @param zone of her site, in which days of the record lie */
    static Bundle of(Shared shared, ZoneId zone) {
        return new ReferralBundle(shared, zone).build();
    }

    private Bundle build() {
        Bundle bundle = entries.bundle();
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.getIdentifier().setSystem(REFERRAL).setValue(String.valueOf(referral.id()));
        entries.add(task());
        entries.add(request());
        entries.add(entries.patient(
                referral.caseNumber(), Optional.of(shared.person().orElseThrow())));
        entries.add(provider());
        shared.consents().forEach(consent -> entries.add(entries.consent(consent)));
        shared.releasePlan().ifPresent(plan -> entries.add(carePlan(plan)));
        return bundle;
    }

    private Task task() {
        Task task = new Task();
        task.setId(entries.idOf("Task"));
        task.addIdentifier().setSystem(REFERRAL).setValue(String.valueOf(referral.id()));
        task.setStatus(TaskStatus.of(referral.status()));
        task.setBusinessStatus(new CodeableConcept(new Coding(STATUS, referral.status(), null)));
        task.setIntent(Task.TaskIntent.ORDER);
        task.setPriority(Task.TaskPriority.fromCode(priority()));
        task.setFocus(entries.to("ServiceRequest"));
        task.setFor(entries.to("Patient"));
        task.setOwner(entries.to("Organization"));
        task.setAuthoredOn(Date.from(referral.openedAt()));
        if (referral.appointmentDate() != null) {
            task.addInput()
                    .setType(new CodeableConcept().setText("Day of the first appointment"))
                    .setValue(Entries.day(referral.appointmentDate()));
        }
        return task;
    }

    private ServiceRequest request() {
        ServiceRequest request = new ServiceRequest();
        request.setId(entries.idOf("ServiceRequest"));
        request.setStatus(
                referral.isOpen()
                        ? ServiceRequest.ServiceRequestStatus.ACTIVE
                        : ServiceRequest.ServiceRequestStatus.COMPLETED);
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.setPriority(ServiceRequest.ServiceRequestPriority.fromCode(priority()));
        request.setCode(new CodeableConcept(new Coding(Entries.SERVICE, referral.service(), referral.serviceName())));
        request.setSubject(entries.to("Patient"));
        request.addPerformer(entries.to("Organization"));
        request.setAuthoredOn(Date.from(referral.openedAt()));
        shared.reason().ifPresent(reason -> request.addReasonCode().setText(reason));
        return request;
    }

    private Organization provider() {
        Organization organization = new Organization();
        organization.setId(entries.idOf("Organization"));
        organization.addIdentifier().setSystem(PROVIDER).setValue(referral.providerId());
        organization.setName(referral.providerName());
        return organization;
    }

    private CarePlan carePlan(ReleasePlan plan) {
        CarePlan carePlan = new CarePlan();
        carePlan.setId(entries.idOf("CarePlan"));
        carePlan.setStatus(CarePlan.CarePlanStatus.ACTIVE);
        carePlan.setIntent(CarePlan.CarePlanIntent.PLAN);
        carePlan.setTitle("Release plan");
        carePlan.setSubject(entries.to("Patient"));
        plan.releaseDate()
                .ifPresentOrElse(
                        release -> carePlan.addActivity()
                                .getDetail()
                                .setStatus(CarePlan.CarePlanActivityStatus.SCHEDULED)
                                .setDescription("Release")
                                .setScheduled(new Period().setStartElement(Entries.wholeDay(release))),
                        () -> carePlan.setDescription("The day of her release is not known yet."));
        return carePlan;
    }

    private String priority() {
        return switch (referral.urgency()) {
            case "urgent" -> "urgent";
            case "soon" -> "asap";
            default -> "routine";
        };
    }
}
