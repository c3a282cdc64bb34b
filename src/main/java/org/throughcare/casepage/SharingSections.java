package org.throughcare.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.referrals.Consent;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Recipients;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.time.WorkingCalendar;

/** To whom she is referred, and what she said about sharing (domain rules 9 and 10). */
@Configuration(proxyBeanMethods = false)
class SharingSections {

    /**
     * A referral; a service that treats an illness tells of it, so it is shown to who may read of that.
     *
     * @param letter where staff print the letter to its provider; null when there is none now
     */
    record ReferralLine(
            String service,
            String status,
            boolean open,
            String urgency,
            String ownerRole,
            String provider,
            String reason,
            LocalDate appointment,
            Instant openedAt,
            Instant closedAt,
            String letter) {}

    /** Her newest answer about one recipient and one kind of information. */
    record ConsentLine(
            String recipient,
            String about,
            String answer,
            boolean inForce,
            LocalDate until,
            String how,
            String takenBy,
            Instant at) {}

    @Bean
    CaseSection referralsOfCase(Referrals referrals) {
        return Section.ofPlan(
                "referrals",
                reader -> Listed.of(
                        referrals.of(reader.caseNumber()),
                        referral -> shows(reader, referral),
                        referral -> line(reader, referral)));
    }

    /** A provider sees its own. */
    private static boolean shows(CaseReader reader, Referral referral) {
        boolean concerns = reader.isStaff()
                || referral.providerIfChosen()
                        .filter(reader.person().providers()::contains)
                        .isPresent();
        return concerns && showsService(reader, referral.service());
    }

    /** Whether she may know that the woman is referred to that service. */
    static boolean showsService(CaseReader reader, String service) {
        return reader.view().kinds().containsAll(ConsentKind.forService(service).informationKinds());
    }

    /** The same for a line of the journal or a decision, which may name a service itself or among its inputs. */
    static boolean showsServiceOf(CaseReader reader, Map<String, ?> details) {
        Object inputs = details.get("inputs");
        return Stream.of(details, inputs instanceof Map<?, ?> map ? map : Map.of())
                .map(named -> named.get("service"))
                .filter(String.class::isInstance)
                .allMatch(service -> showsService(reader, (String) service));
    }

    private static ReferralLine line(CaseReader reader, Referral referral) {
        return new ReferralLine(
                referral.service(),
                referral.status(),
                referral.isOpen(),
                referral.urgency(),
                referral.ownerRole(),
                referral.providerName(),
                referral.reason(),
                referral.appointmentDate(),
                referral.openedAt(),
                referral.closedAt(),
                reader.isStaff() && referral.isWithProvider()
                        ? "/api/referrals/" + referral.id() + "/letter.pdf"
                        : null);
    }

    @Bean
    CaseSection consentsOfCase(Consents consents, Recipients recipients, StaffNames names, WorkingCalendar calendar) {
        return Section.ofPlan("consents", reader -> {
            LocalDate today = calendar.today(reader.file().site());
            return newest(consents.of(reader.caseNumber())).stream()
                    .filter(concerning(reader))
                    .map(consent -> new ConsentLine(
                            recipients.nameOf(reader.caseNumber(), consent.recipient()),
                            ConsentKind.of(consent.kind()).label(),
                            consent.answer(),
                            consent.isGivenOn(today),
                            consent.validUntil(),
                            consent.how(),
                            reader.isStaff() ? names.of(consent.recordedBy()) : null,
                            consent.recordedAt()))
                    .toList();
        });
    }

    private static Predicate<Consent> concerning(CaseReader reader) {
        return consent -> reader.isStaff() || reader.person().providers().contains(consent.recipient());
    }

    private static List<Consent> newest(List<Consent> all) {
        Map<String, Consent> newest = new LinkedHashMap<>();
        all.forEach(consent -> newest.put(consent.recipient() + " " + consent.kind(), consent));
        return List.copyOf(newest.values());
    }
}
