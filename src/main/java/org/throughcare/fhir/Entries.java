package org.throughcare.fhir;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.codesystems.ConsentScope;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.SharedWithProvider.Person;

/** The entries of one Bundle, whose ids stay the same each time it is asked for. */
final class Entries {

    static final String CASE_NUMBER = "urn:throughcare:case-number";
    static final String SERVICE = "urn:throughcare:service";
    static final String INFORMATION = "urn:throughcare:information";

    private final Bundle bundle = new Bundle();
    private final String about;
    private final ZoneId zone;

    /**
     * @param about what the Bundle is about, as a name that no other Bundle has
     * @param zone of her site, in which days of the record lie
     */
    Entries(String about, ZoneId zone) {
        this.about = about;
        this.zone = zone;
    }

    Bundle bundle() {
        return bundle;
    }

    void add(Resource resource) {
        bundle.addEntry().setFullUrl("urn:uuid:" + resource.getIdPart()).setResource(resource);
    }

    Reference to(String what) {
        return new Reference("urn:uuid:" + idOf(what));
    }

    String idOf(String what) {
        return UUID.nameUUIDFromBytes((about + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Her, by her case number alone when the recipient may not know who she is. */
    Patient patient(String caseNumber, Optional<Person> known) {
        Patient patient = new Patient();
        patient.setId(idOf("Patient"));
        patient.addIdentifier().setSystem(CASE_NUMBER).setValue(caseNumber);
        known.ifPresent(person -> {
            patient.addName().setText(person.name());
            patient.setBirthDateElement(day(person.dateOfBirth()));
            if (person.language() != null) {
                patient.addCommunication()
                        .setLanguage(new CodeableConcept().setText(person.language()))
                        .setPreferred(true);
            }
        });
        return patient;
    }

    /** A consent of hers for the {@code Organization} of this Bundle. */
    Consent consent(org.throughcare.referrals.Consent given) {
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

    static DateType day(LocalDate day) {
        return new DateType(day.toString());
    }

    /** A day where FHIR has room for a moment. */
    static DateTimeType wholeDay(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    private Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant());
    }
}
