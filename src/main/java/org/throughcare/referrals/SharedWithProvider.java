package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;

/**
 * What the provider of a referral may know at this moment: what she consented to for it, and nothing beside it (domain
 * rules 9 and 10). Whatever goes to a provider, in whatever form, is taken from here.
 */
@Component
@Transactional(readOnly = true)
public class SharedWithProvider {

    private final Consents consents;
    private final CaseFiles cases;

    SharedWithProvider(Consents consents, CaseFiles cases) {
        this.consents = consents;
        this.cases = cases;
    }

    /** Who she is. */
    public record Person(String name, LocalDate dateOfBirth, String language) {}

    /** When she leaves. */
    public record ReleasePlan(Optional<LocalDate> releaseDate) {}

    /**
     * What may be known; what is empty may not.
     *
     * @param reason why she is referred
     * @param consents her consents that open this, as they are in force now
     */
    public record Shared(
            Referral referral,
            Optional<Person> person,
            Optional<String> reason,
            Optional<ReleasePlan> releasePlan,
            List<Consent> consents) {

        /** Whether it may go to the provider at all. */
        public boolean mayGo() {
            return person.isPresent() && reason.isPresent();
        }
    }

    /** What the chosen provider of that referral may know now; nothing while none is chosen. */
    public Shared of(Referral referral) {
        CaseFile file = cases.get(referral.caseNumber());
        List<Consent> given = consents.inForceNow(referral.caseNumber()).stream()
                .filter(consent -> consent.recipient().equals(referral.providerId()))
                .toList();
        return new Shared(
                referral,
                when(given, ConsentKind.IDENTITY, new Person(file.womanName(), file.dateOfBirth(), file.language())),
                when(given, referral.kind(), referral.reason()),
                when(given, ConsentKind.RELEASE_PLAN, new ReleasePlan(file.releaseDateIfKnown())),
                given);
    }

    private static <T> Optional<T> when(List<Consent> given, ConsentKind kind, T shared) {
        return given.stream().anyMatch(consent -> consent.kind().equals(kind.code()))
                ? Optional.of(shared)
                : Optional.empty();
    }
}
