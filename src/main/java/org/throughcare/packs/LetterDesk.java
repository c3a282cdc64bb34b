package org.throughcare.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseView;
import org.throughcare.access.InformationKind;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.access.TaskDoor;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.casefile.Journal;
import org.throughcare.referrals.Attempt;
import org.throughcare.referrals.Consent;
import org.throughcare.referrals.Provider;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralTimes;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.SharedWithProvider;
import org.throughcare.referrals.SharedWithProvider.Shared;
import org.throughcare.referrals.TrustedProviders;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;
import org.throughcare.time.WorkingCalendar;

/**
 * Letters to providers, for those without an account above all: what she consented to for that provider at this moment, and
 * nothing else (domain rules 9 and 10). Each printing is a line of the journal.
 */
@Component
@Transactional
class LetterDesk {

    private static final String ANSWER = "UserTask_RecordProviderAnswer";

    private final Referrals referrals;
    private final SharedWithProvider sharing;
    private final TrustedProviders providers;
    private final ReferralTimes times;
    private final CaseDoor door;
    private final TaskDoor tasks;
    private final Sites sites;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final PackSettings settings;

    LetterDesk(
            Referrals referrals,
            SharedWithProvider sharing,
            TrustedProviders providers,
            ReferralTimes times,
            CaseDoor door,
            TaskDoor tasks,
            Sites sites,
            WorkingCalendar calendar,
            Journal journal,
            PackSettings settings) {
        this.referrals = referrals;
        this.sharing = sharing;
        this.providers = providers;
        this.times = times;
        this.door = door;
        this.tasks = tasks;
        this.sites = sites;
        this.calendar = calendar;
        this.journal = journal;
        this.settings = settings;
    }

    /** One thing that she shares. */
    record Line(String what, String value) {}

    /**
     * What the letter of that referral says now. For the staff who may read about the service, and for who has the task to
     * send it and to write down the answer.
     *
     * @param id as in the address
     * @throws ErrorResponseException 404 when there is no such referral for that reader, 409 when it may not be sent now
     */
    Printed print(SignedIn reader, String id) {
        Referral referral = Optional.of(id)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .flatMap(number -> referrals.find(Long.parseLong(number)))
                .orElseThrow(LetterDesk::notThere);
        CaseDoor.Opened opened = open(reader, referral);
        if (!isReadBy(opened.view(), referral) && !tasks.hasTask(referral.processInstance(), ANSWER, reader)) {
            throw notThere();
        }
        if (!referral.isWithProvider()) {
            throw PackProblems.of(
                    HttpStatus.CONFLICT, "This referral is not with a provider now, so there is no letter.");
        }
        Shared shared = sharing.of(referral);
        if (!shared.mayGo()) {
            throw PackProblems.of(
                    HttpStatus.CONFLICT,
                    "She does not agree, today, that this provider knows who she is and why she is referred."
                            + " Nothing may be sent.");
        }
        journal.write(
                referral.caseNumber(),
                "referralLetterPrinted",
                "Letter printed for " + referral.providerName() + ".",
                Map.of("referralId", referral.id(), "service", referral.service(), "provider", referral.providerId()));
        return new Printed(
                "referral-letter", values(shared, sites.get(opened.file().site())));
    }

    /** Who may not open the case hears no more than of a referral that does not exist. */
    private CaseDoor.Opened open(SignedIn reader, Referral referral) {
        try {
            return door.open(reader, referral.caseNumber());
        } catch (ErrorResponseException notHers) {
            throw notThere();
        }
    }

    private static boolean isReadBy(CaseView view, Referral referral) {
        return view.opens()
                && view.relation() != Relation.PROVIDER
                && view.shows(InformationKind.PLAN)
                && view.kinds().containsAll(referral.kind().informationKinds());
    }

    private Map<String, Object> values(Shared shared, Site site) {
        Referral referral = shared.referral();
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", PackLanguage.ENGLISH.locale());
        LocalDate today = calendar.today(site.id());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("day", day);
        values.put("today", today);
        values.put("sender", settings.teamOf(site.id(), site.name()));
        values.put("providerName", referral.providerName());
        values.put("contact", contact(referral));
        values.put("service", referral.serviceName());
        values.put("answerBy", answerBy(referral, site.id(), today));
        values.put("shared", lines(shared, day));
        values.put("until", end(shared));
        values.put("reference", referral.caseNumber() + " / " + referral.id());
        return values;
    }

    /** The day on which it would be reminded. */
    private LocalDate answerBy(Referral referral, String site, LocalDate today) {
        Instant sent = referrals.attempts(referral.id()).stream()
                .map(Attempt::sentAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        LocalDate day =
                calendar.dateAt(site, sent.plus(times.of(referral.urgency()).remindAfter()));
        return day.isBefore(today) ? today : day;
    }

    private String contact(Referral referral) {
        return providers.forService(referral.caseNumber(), referral.service()).stream()
                .filter(provider -> provider.id().equals(referral.providerId()))
                .map(Provider::contact)
                .findFirst()
                .orElse("");
    }

    private static List<Line> lines(Shared shared, DateTimeFormatter day) {
        List<Line> lines = new ArrayList<>();
        shared.person().ifPresent(person -> {
            lines.add(new Line("Name", person.name()));
            lines.add(new Line("Date of birth", day.format(person.dateOfBirth())));
            if (person.language() != null) {
                lines.add(new Line("Language", person.language()));
            }
        });
        shared.reason().ifPresent(reason -> lines.add(new Line("Why she is referred", reason)));
        shared.releasePlan()
                .ifPresent(plan -> lines.add(new Line(
                        "Release date", plan.releaseDate().map(day::format).orElse("Not known yet"))));
        return lines;
    }

    private static LocalDate end(Shared shared) {
        return shared.consents().stream()
                .map(Consent::validUntil)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static ErrorResponseException notThere() {
        return PackProblems.of(HttpStatus.NOT_FOUND, "There is no such referral, or it is not yours to see.");
    }
}
