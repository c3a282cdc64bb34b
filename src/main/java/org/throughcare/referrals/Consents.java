package org.throughcare.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.time.WorkingCalendar;

/**
 * The register of consents: who may know what about a woman, for how long, and how she said so. Nothing is overwritten;
 * the newest answer for a recipient and kind of information counts (004: release plans go only to those to whom she
 * formally consented; domain rule 9).
 */
@Component
@Transactional
public class Consents {

    /** The community team as a recipient. */
    public static final String COMMUNITY_TEAM = "communityTeam";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final CurrentStaff staff;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            Journal journal,
            CaseFiles cases,
            WorkingCalendar calendar,
            CurrentStaff staff,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.cases = cases;
        this.calendar = calendar;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whether that recipient may know that kind of information at that moment. */
    public boolean inForce(String caseNumber, String recipient, ConsentKind kind, Instant at) {
        LocalDate day = calendar.dateAt(cases.get(caseNumber).site(), at);
        return latest(caseNumber, recipient, kind)
                .filter(consent -> consent.isGivenOn(day))
                .isPresent();
    }

    /** Whether that provider may know who she is and what it must know for this referral, at that moment. */
    public boolean allow(Referral referral, Instant at) {
        return referral.providerIfChosen()
                .filter(provider -> inForce(referral.caseNumber(), provider, referral.kind(), at))
                .filter(provider -> inForce(referral.caseNumber(), provider, ConsentKind.IDENTITY, at))
                .isPresent();
    }

    /** Every consent that counts now. */
    public List<Consent> inForceNow(String caseNumber) {
        LocalDate today = calendar.today(cases.get(caseNumber).site());
        Map<String, Consent> latest = new LinkedHashMap<>();
        of(caseNumber).forEach(consent -> latest.put(consent.recipient() + " " + consent.kind(), consent));
        return latest.values().stream()
                .filter(consent -> consent.isGivenOn(today))
                .toList();
    }

    /** Every answer of that case, oldest first: the proof. */
    public List<Consent> of(String caseNumber) {
        return jdbc.sql("select * from consent where case_number = ? order by id")
                .param(caseNumber)
                .query(Consents::row)
                .list();
    }

    /** What she said last about that recipient and kind. */
    public Optional<Consent> latest(String caseNumber, String recipient, ConsentKind kind) {
        return jdbc.sql(
                        """
                select * from consent where case_number = ? and recipient = ? and kind = ?
                order by id desc limit 1""")
                .params(caseNumber, recipient, kind.code())
                .query(Consents::row)
                .optional();
    }

    /**
     * She agrees.
     *
     * @param until last day on which it counts, at her site; empty when no end was agreed
     * @param how inWriting, spoken or withInterpreter
     */
    public void give(String caseNumber, String recipient, ConsentKind kind, Optional<LocalDate> until, String how) {
        insert(caseNumber, recipient, kind, "given", until.orElse(null), how);
    }

    /** She does not agree. */
    public void refuse(String caseNumber, String recipient, ConsentKind kind, String how) {
        insert(caseNumber, recipient, kind, "refused", null, how);
    }

    /**
     * She takes back what she agreed to; what was never agreed to stays as it is. {@link ConsentChanges} also stops what
     * is under way.
     *
     * @param kinds empty for everything that the recipient may know
     * @param how inWriting, spoken or withInterpreter; null when it was not said
     * @return the kinds that were withdrawn
     */
    public List<ConsentKind> withdraw(String caseNumber, String recipient, List<ConsentKind> kinds, String how) {
        List<ConsentKind> withdrawn = inForceNow(caseNumber).stream()
                .filter(consent -> consent.recipient().equals(recipient))
                .map(consent -> ConsentKind.of(consent.kind()))
                .filter(given -> kinds.isEmpty() || kinds.contains(given))
                .toList();
        withdrawn.forEach(given -> insert(caseNumber, recipient, given, "withdrawn", null, how));
        return withdrawn;
    }

    private void insert(
            String caseNumber, String recipient, ConsentKind kind, String answer, LocalDate until, String how) {
        jdbc.sql(
                        """
                insert into consent (case_number, recipient, kind, answer, valid_until, how, recorded_by, recorded_at)
                values (:caseNumber, :recipient, :kind, :answer, :until, :how, :by, :at)""")
                .param("caseNumber", caseNumber)
                .param("recipient", recipient)
                .param("kind", kind.code())
                .param("answer", answer)
                .param("until", until)
                .param("how", how)
                .param("by", staff.userId())
                .param("at", Moments.toColumn(clock.instant()))
                .update();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("recipient", recipient);
        details.put("kind", kind.code());
        details.put("answer", answer);
        details.put("until", until == null ? null : until.toString());
        details.put("how", how);
        String code = "consent" + Character.toUpperCase(answer.charAt(0)) + answer.substring(1);
        journal.write(caseNumber, code, "Consent " + answer + " for " + recipient + ": " + kind.label() + ".", details);
    }

    private static Consent row(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("recipient"),
                row.getString("kind"),
                row.getString("answer"),
                Moments.day(row, "valid_until"),
                row.getString("how"),
                row.getString("recorded_by"),
                Moments.moment(row, "recorded_at"));
    }
}
