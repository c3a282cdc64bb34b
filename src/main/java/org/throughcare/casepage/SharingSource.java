package org.throughcare.casepage;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casepage.SubjectAccess.Item;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.casepage.SubjectAccess.Part;
import org.throughcare.referrals.Consent;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Recipients;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.sites.Sites;
import org.throughcare.words.Words;

/** To whom she was referred, and every answer that she gave about sharing. */
@Component
@Order(2)
class SharingSource implements SubjectAccessSource {

    private final Referrals referrals;
    private final Consents consents;
    private final Recipients recipients;
    private final StaffRoles roles;
    private final Sites sites;

    SharingSource(Referrals referrals, Consents consents, Recipients recipients, StaffRoles roles, Sites sites) {
        this.referrals = referrals;
        this.consents = consents;
        this.recipients = recipients;
        this.roles = roles;
        this.sites = sites;
    }

    @Override
    public List<Part> of(CaseFile file) {
        ZoneId zone = sites.get(file.site()).zone();
        return List.of(
                new Part(
                        "consents",
                        "What you said about sharing",
                        consents.of(file.caseNumber()).stream()
                                .map(consent -> item(consent, zone))
                                .toList()),
                new Part(
                        "referrals",
                        "Your referrals",
                        referrals.of(file.caseNumber()).stream()
                                .map(referral -> item(referral, zone))
                                .toList()));
    }

    private Item item(Consent consent, ZoneId zone) {
        return new Item(
                consent.recordedAt(),
                roles.of(consent.recordedBy()),
                recipients.nameOf(consent.caseNumber(), consent.recipient()),
                HeldLines.pairs(
                        zone,
                        "About",
                        ConsentKind.of(consent.kind()).label(),
                        "Your answer",
                        consent.answer(),
                        "Until",
                        consent.validUntil(),
                        "How you said it",
                        consent.how()));
    }

    private Item item(Referral referral, ZoneId zone) {
        List<Line> lines = new ArrayList<>(HeldLines.pairs(
                zone,
                "Why",
                referral.reason(),
                "Status",
                Words.of("referralStatus", referral.status()),
                "Provider",
                referral.providerName(),
                "How urgent",
                referral.urgency(),
                "Seen through by",
                Words.spoken(referral.ownerRole()),
                "Appointment",
                referral.appointmentDate(),
                "Ended",
                referral.closedAt()));
        referrals
                .attempts(referral.id())
                .forEach(attempt -> lines.addAll(HeldLines.pairs(
                        zone,
                        "Asked",
                        attempt.providerName() + ": "
                                + Words.spoken(attempt.answer()).toLowerCase(java.util.Locale.ROOT))));
        return new Item(referral.openedAt(), null, Words.of("service", referral.service()), lines);
    }
}
