package org.throughcare.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.erasure.ErasedWithCase;
import org.throughcare.erasure.RetentionChecked;
import org.throughcare.sealing.SearchHashes;

/**
 * The proof of what she agreed to, where the law asks for it when her record is gone ({@code
 * throughcare.retention.consent-proof}). It holds a hash of the case number, which only who knows the number can check.
 */
@Component
class ConsentProofs implements ErasedWithCase {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final SearchHashes hashes;
    private final Clock clock;
    private final Optional<Period> kept;

    ConsentProofs(
            JdbcClient jdbc,
            Consents consents,
            SearchHashes hashes,
            Clock clock,
            @Value("${throughcare.retention.consent-proof:}") String kept) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.hashes = hashes;
        this.clock = clock;
        this.kept = kept.isBlank() ? Optional.empty() : Optional.of(Period.parse(kept));
    }

    @Override
    public String what() {
        return "consent proofs";
    }

    /** Removes nothing itself: the consents go with the case's rows. */
    @Override
    public int erase(CaseFile file) {
        kept.ifPresent(period -> keep(
                file.caseNumber(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(period)));
        return 0;
    }

    private void keep(String caseNumber, LocalDate until) {
        String hash = hashes.of(SearchHashes.CASE_NUMBER, caseNumber);
        consents.of(caseNumber).forEach(consent -> jdbc.sql(
                        """
                        insert into consent_proof (case_number_hash, recipient, kind, answer, valid_until, how,
                          recorded_by, recorded_at, keep_until)
                        values (:hash, :recipient, :kind, :answer, :validUntil, :how, :by, :at, :until)""")
                .param("hash", hash)
                .param("recipient", consent.recipient())
                .param("kind", consent.kind())
                .param("answer", consent.answer())
                .param("validUntil", consent.validUntil())
                .param("how", consent.how())
                .param("by", consent.recordedBy())
                .param("at", Moments.toColumn(consent.recordedAt()))
                .param("until", until)
                .update());
    }

    @EventListener
    void removeWhatIsOver(RetentionChecked checked) {
        jdbc.sql("delete from consent_proof where keep_until < ?")
                .param(checked.day())
                .update();
    }
}
