package org.throughcare.fhir;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.codesystems.ConsentScope;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.SharedWithProvider.Person;
import org.throughcare.referrals.SharedWithProvider.ReleasePlan;
import org.throughcare.referrals.SharedWithProvider.Shared;

/**
 * One referral as a FHIR R4 Bundle of the type {@code collection}: Task, ServiceRequest, Patient, Organization, a Consent
 * for each kind of information, and a CarePlan when she agreed to share her release plan. Its ids stay the same each time
 * it is asked for. It holds nothing that {@link Shared} does not hold.
 */
final class ReferralBundle {

    static final String CASE_NUMBER = "urn:throughcare:case-number";
    static final String REFERRAL = "urn:throughcare:referral";
    static final String STATUS = "urn:throughcare:referral-status";
    private static final String SERVICE = "urn:throughcare:service";
    private static final String PROVIDER = "urn:throughcare:provider";
    private static final String INFORMATION = "urn:throughcare:information";

    private final Shared shared;
    private final Referral referral;
    private final ZoneId zone;
    private final Bundle bundle = new Bundle();

    private ReferralBundle(Shared shared, ZoneId zone) {
        this.shared = shared;
        this.referral = shared.referral();
        this.zone = zone;
    }

    /** @param zone of her site, in which days of the record lie */
    static Bundle of(Shared shared, ZoneId zone) {
        return new ReferralBundle(shared, zone).build();
    }

    private Bundle build() {
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.getIdentifier().setSystem(REFERRAL).setValue(String.valueOf(referral.id()));
        add(task());
        add(request());
        add(patient(shared.person().orElseThrow()));
        add(provider());
        shared.consents().forEach(consent -> add(consent(consent)));
        shared.releasePlan().ifPresent(plan -> add(carePlan(plan)));
        return bundle;
    }

    private Task task() {
        Task task = new Task();
        task.setId(idOf("Task"));
        task.addIdentifier().setSystem(REFERRAL).setValue(String.valueOf(referral.id()));
        task.setStatus(TaskStatus.of(referral.status()));
        task.setBusinessStatus(new CodeableConcept(new Coding(STATUS, referral.status(), null)));
        task.setIntent(Task.TaskIntent.ORDER);
        task.setPriority(Task.TaskPriority.fromCode(priority()));
        task.setFocus(to("ServiceRequest"));
        task.setFor(to("Patient"));
        task.setOwner(to("Organization"));
        task.setAuthoredOn(Date.from(referral.openedAt()));
        if (referral.appointmentDate() != null) {
            task.addInput()
                    .setType(new CodeableConcept().setText("Day of the first appointment"))
                    .setValue(day(referral.appointmentDate()));
        }
        return task;
    }

    private ServiceRequest request() {
        ServiceRequest request = new ServiceRequest();
        request.setId(idOf("ServiceRequest"));
        request.setStatus(
                referral.isOpen()
                        ? ServiceRequest.ServiceRequestStatus.ACTIVE
                        : ServiceRequest.ServiceRequestStatus.COMPLETED);
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.setPriority(ServiceRequest.ServiceRequestPriority.fromCode(priority()));
        request.setCode(new CodeableConcept(new Coding(SERVICE, referral.service(), referral.serviceName())));
        request.setSubject(to("Patient"));
        request.addPerformer(to("Organization"));
        request.setAuthoredOn(Date.from(referral.openedAt()));
        shared.reason().ifPresent(reason -> request.addReasonCode().setText(reason));
        return request;
    }

    private Patient patient(Person person) {
        Patient patient = new Patient();
        patient.setId(idOf("Patient"));
        patient.addIdentifier().setSystem(CASE_NUMBER).setValue(referral.caseNumber());
        patient.addName().setText(person.name());
        patient.setBirthDateElement(day(person.dateOfBirth()));
        if (person.language() != null) {
            patient.addCommunication()
                    .setLanguage(new CodeableConcept().setText(person.language()))
                    .setPreferred(true);
        }
        return patient;
    }

    private Organization provider() {
        Organization organization = new Organization();
        organization.setId(idOf("Organization"));
        organization.addIdentifier().setSystem(PROVIDER).setValue(referral.providerId());
        organization.setName(referral.providerName());
        return organization;
    }

    private Consent consent(org.throughcare.referrals.Consent given) {
        Consent consent = new Consent();
        consent.setId(idOf("Consent/" + given.id()));
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.setScope(new CodeableConcept(new Coding(
                ConsentScope.PATIENTPRIVACY.getSystem(), ConsentScope.PATIENTPRIVACY.toCode(), "Privacy Consent")));
        consent.addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", "Patient Consent")));
        consent.setPatient(to("Patient"));
        consent.setDateTime(Date.from(given.recordedAt()));
        consent.setPolicyRule(
                new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN", "opt-in")));
        Consent.ProvisionComponent provision = consent.getProvision().setType(Consent.ConsentProvisionType.PERMIT);
        provision
                .addActor()
                .setRole(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient")))
                .setReference(to("Organization"));
        provision.addCode(new CodeableConcept(new Coding(
                INFORMATION, given.kind(), ConsentKind.of(given.kind()).label())));
        given.validUntilIfLimited().ifPresent(last -> provision.setPeriod(new Period().setEnd(endOf(last))));
        return consent;
    }

    private CarePlan carePlan(ReleasePlan plan) {
        CarePlan carePlan = new CarePlan();
        carePlan.setId(idOf("CarePlan"));
        carePlan.setStatus(CarePlan.CarePlanStatus.ACTIVE);
        carePlan.setIntent(CarePlan.CarePlanIntent.PLAN);
        carePlan.setTitle("Release plan");
        carePlan.setSubject(to("Patient"));
        plan.releaseDate()
                .ifPresentOrElse(
                        release -> carePlan.addActivity()
                                .getDetail()
                                .setStatus(CarePlan.CarePlanActivityStatus.SCHEDULED)
                                .setDescription("Release")
                                .setScheduled(new Period().setStartElement(startOf(release))),
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

    private void add(Resource resource) {
        bundle.addEntry().setFullUrl("urn:uuid:" + resource.getIdPart()).setResource(resource);
    }

    private Reference to(String what) {
        return new Reference("urn:uuid:" + idOf(what));
    }

    private String idOf(String what) {
        String name = REFERRAL + ":" + referral.id() + "/" + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static DateType day(LocalDate day) {
        return new DateType(day.toString());
    }

    private static org.hl7.fhir.r4.model.DateTimeType startOf(LocalDate day) {
        return new org.hl7.fhir.r4.model.DateTimeType(day.toString());
    }

    private Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant());
    }
}
