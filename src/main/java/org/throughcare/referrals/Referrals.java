package org.throughcare.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;
import org.throughcare.words.Words;

/**
 * The referrals of every case. A referral is planned, or open with a process of its own until the loop is closed; for
 * one service of a case there is never more than one open (domain rule 10).
 */
@Component
@Transactional
public class Referrals {

    /** Noted now, asked for later. */
    public static final String PLANNED = "planned";
    /** A provider is being chosen, or her consent is being asked. */
    public static final String CHOOSING = "choosing";
    /** Sent, no answer yet. */
    public static final String SENT = "sent";
    /** The provider has opened it; no answer yet. */
    public static final String RECEIVED = "received";
    /** A provider takes her. */
    public static final String ACCEPTED = "accepted";
    /** The first appointment has a date. */
    public static final String BOOKED = "booked";
    /** She kept the first appointment. */
    public static final String KEPT = "kept";
    /** She missed an appointment; another is being booked. */
    public static final String MISSED = "missed";
    /** Ended: the service goes on with her. */
    public static final String GOES_ON = "goesOn";
    /** Ended: the service has done what was needed. */
    public static final String DONE = "done";
    /** Ended: she did not consent, so nothing was sent. */
    public static final String NOT_SENT = "notSentWithoutConsent";
    /** Ended: nobody can take her. */
    public static final String NO_PROVIDER = "noProvider";
    /** Ended: not needed or not wanted any more. */
    public static final String NO_LONGER_WANTED = "noLongerWanted";
    /** Ended before it began: planned, and not needed when its time came. */
    public static final String PLAN_DROPPED = "planDropped";
    /** Ended: she withdrew her consent before anything was sent. */
    public static final String WITHDRAWN = "withdrawn";
    /** Ended: she withdrew her consent after it was sent; the provider is asked to stop. */
    public static final String REVOKED = "revoked";
    /** Ended with the case. */
    public static final String CLOSED_WITH_CASE = "closedWithCase";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final CaseFiles cases;
    private final Clock clock;
    private final ObjectProvider<ReferralRuns> runs;
    private final SealedTable sealed;
    private final SealedTable sealedAttempts;

    Referrals(
            JdbcClient jdbc,
            Journal journal,
            CaseFiles cases,
            Clock clock,
            ObjectProvider<ReferralRuns> runs,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.cases = cases;
        this.clock = clock;
        this.runs = runs;
        this.sealed = sealing.table("referral", "reason", "provider_name", "appointment_date");
        this.sealedAttempts = sealing.table("referral_attempt", "provider_name", "answer_reason");
    }

    /**
     * Opens a referral and starts its process. A planned one for the service is taken up.
     *
     * @return its id; empty when one for that service is open already
     */
    public Optional<Long> open(NewReferral referral) {
        cases.hold(referral.caseNumber());
        if (openFor(referral.caseNumber(), referral.service()).isPresent()) {
            return Optional.empty();
        }
        long id = plannedFor(referral.caseNumber(), referral.service())
                .map(planned -> takeUp(planned.id(), referral))
                .orElseGet(() -> insert(referral, CHOOSING));
        journal.write(
                referral.caseNumber(),
                "referralOpened",
                "Referral opened: " + Words.of("service", referral.service()) + ". " + referral.reason(),
                details(id, referral.service(), Map.of("urgency", referral.urgency(), "phase", referral.phase())));
        String instance = runs.getObject().start(get(id));
        change(id, "process_instance", instance);
        return Optional.of(id);
    }

    /** Notes a referral that is asked for later; one that is planned or open already stays as it is. */
    public void plan(NewReferral referral) {
        cases.hold(referral.caseNumber());
        if (openFor(referral.caseNumber(), referral.service()).isPresent()
                || plannedFor(referral.caseNumber(), referral.service()).isPresent()) {
            return;
        }
        long id = insert(referral, PLANNED);
        journal.write(
                referral.caseNumber(),
                "referralPlanned",
                "Referral planned: " + Words.of("service", referral.service()) + ". " + referral.reason(),
                details(id, referral.service(), Map.of("timing", referral.timing())));
    }

    /**
     * The referral with that id.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
     */
    public Referral get(long id) {
        return jdbc.sql("select * from referral where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    /** The referral with that id, if there is one. */
    public Optional<Referral> find(long id) {
        return jdbc.sql("select * from referral where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** All referrals of that case, oldest first. */
    public List<Referral> of(String caseNumber) {
        return jdbc.sql("select * from referral where case_number = ? order by id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /** The referrals of that case on which somebody works. */
    public List<Referral> open(String caseNumber) {
        return of(caseNumber).stream().filter(Referral::isOpen).toList();
    }

    /** How many open referrals that provider has, in all cases; from its choice on, its place is taken. */
    public int openWith(String providerId) {
        return jdbc.sql("select count(*) from referral where provider_id = ? and closed_at is null")
                .param(providerId)
                .query(Integer.class)
                .single();
    }

    /** The open referral for that service. */
    public Optional<Referral> openFor(String caseNumber, String service) {
        return jdbc.sql("select * from referral where open_service = ?")
                .param(openService(caseNumber, service))
                .query(this::row)
                .optional();
    }

    /** The referral for that service that is planned for later. */
    public Optional<Referral> plannedFor(String caseNumber, String service) {
        return of(caseNumber).stream()
                .filter(referral ->
                        referral.service().equals(service) && referral.status().equals(PLANNED))
                .findFirst();
    }

    /** Every provider that this referral went to, in order. */
    public List<Attempt> attempts(long id) {
        return jdbc.sql("select * from referral_attempt where referral_id = ? order by id")
                .param(id)
                .query((row, number) -> new Attempt(
                        row.getLong("referral_id"),
                        row.getString("provider_id"),
                        sealedAttempts.open(row, "provider_name"),
                        Moments.moment(row, "sent_at"),
                        row.getString("answer"),
                        Objects.requireNonNullElse(sealedAttempts.open(row, "answer_reason"), ""),
                        Moments.moment(row, "stop_asked_at")))
                .list();
    }

    /** This provider is asked next. */
    public void choose(long id, Provider provider) {
        String caseNumber = get(id).caseNumber();
        String name = sealed.seal("provider_name", caseNumber, provider.name());
        jdbc.sql("update referral set provider_id = ?, provider_name = ?, status = ?, updated_at = ? where id = ?")
                .params(provider.id(), name, CHOOSING, Moments.toColumn(clock.instant()), id)
                .update();
        jdbc.sql(
                        """
                insert into referral_attempt (referral_id, case_number, provider_id, provider_name, answer)
                values (?, ?, ?, ?, 'none')""")
                .params(
                        id,
                        caseNumber,
                        provider.id(),
                        sealedAttempts.seal("provider_name", caseNumber, provider.name()))
                .update();
        write(
                id,
                "referralProviderChosen",
                "Provider chosen: " + provider.name() + ".",
                Map.of("providerId", provider.id()));
    }

    /** It went out to the chosen provider. */
    public void sent(long id) {
        jdbc.sql("update referral_attempt set sent_at = ? where referral_id = ? and answer = 'none'")
                .params(Moments.toColumn(clock.instant()), id)
                .update();
        change(id, "status", SENT);
        write(id, "referralSent", "Referral sent to " + get(id).providerName() + ".", Map.of());
    }

    /** The provider has opened it. Once it is answered, opening it again says nothing new. */
    public void received(long id) {
        if (SENT.equals(get(id).status())) {
            change(id, "status", RECEIVED);
            write(id, "referralReceived", get(id).providerName() + " has opened the referral.", Map.of());
        }
    }

    /** Whether that provider has what was sent to it, and was not asked to stop using it. */
    public boolean isHeldBy(long id, String providerId) {
        return attempts(id).stream().anyMatch(attempt -> attempt.isHeldBy(providerId));
    }

    /**
     * She withdrew her consent for that provider. What is under way with it ends; the search for another goes on.
     *
     * @return whether it was sent to that provider, which is asked to stop now: once for each time that it was sent
     */
    public boolean stop(long id, String providerId) {
        Referral referral = get(id);
        Optional<Attempt> held = attempts(id).stream()
                .filter(attempt -> attempt.isHeldBy(providerId))
                .findFirst();
        jdbc.sql(
                        """
                update referral_attempt set stop_asked_at = ?
                where referral_id = ? and provider_id = ? and sent_at is not null and stop_asked_at is null""")
                .params(Moments.toColumn(clock.instant()), id, providerId)
                .update();
        if (referral.goesOnWith(providerId)) {
            end(id, held.isPresent() ? REVOKED : WITHDRAWN);
        }
        held.ifPresent(attempt -> write(
                id,
                "providerAskedToStop",
                "She withdrew her consent after it was sent: " + attempt.providerName() + " is asked to stop.",
                Map.of("providerId", providerId)));
        return held.isPresent();
    }

    /** The provider was reminded. */
    public void reminded(long id) {
        write(id, "referralReminded", get(id).providerName() + " was reminded of the referral.", Map.of());
    }

    /** The chosen provider takes her. */
    public void accepted(long id) {
        answer(id, "accepted");
        change(id, "status", ACCEPTED);
        write(id, "referralAccepted", get(id).providerName() + " takes her.", Map.of());
    }

    /**
     * The chosen provider does not take her, and another is sought.
     *
     * @param answer declined or noAnswer
     * @param reason why it declined, in its own words; may be empty
     */
    public void notTaken(long id, String answer, String reason) {
        Referral referral = get(id);
        answer(id, answer);
        jdbc.sql(
                        """
                update referral_attempt set answer_reason = ?
                where id = (select max(id) from referral_attempt where referral_id = ?)""")
                .params(
                        reason.isBlank() ? null : sealedAttempts.seal("answer_reason", referral.caseNumber(), reason),
                        id)
                .update();
        change(id, "status", CHOOSING);
        String how = !"declined".equals(answer)
                ? " gave no answer."
                : reason.isBlank() ? " does not take her." : " does not take her: " + reason;
        write(id, "referralNotTaken", referral.providerName() + how, Map.of("answer", answer));
        change(id, "provider_id", null);
        change(id, "provider_name", null);
    }

    /** The first appointment has a date. */
    public void booked(long id, LocalDate day) {
        change(id, "appointment_date", sealed.seal("appointment_date", get(id).caseNumber(), day));
        change(id, "status", BOOKED);
        write(id, "appointmentBooked", "Appointment booked for " + day + ".", Map.of("day", day.toString()));
    }

    /**
     * What happened on the day of the appointment.
     *
     * @param attendance kept, missed, moved or noLongerWanted
     */
    public void attended(long id, String attendance) {
        if ("kept".equals(attendance) || "missed".equals(attendance)) {
            change(id, "status", attendance);
        }
        write(
                id,
                "appointmentSeen",
                "The appointment: " + Words.spoken(attendance) + ".",
                Map.of("attendance", attendance));
    }

    /**
     * The referral ends.
     *
     * @param status one of the ended states of this class
     */
    public void close(long id, String status) {
        if (get(id).closedAt() == null) {
            end(id, status);
        }
    }

    private void end(long id, String status) {
        jdbc.sql(
                        """
                update referral set status = :status, open_service = null, closed_at = :now, updated_at = :now
                where id = :id""")
                .param("status", status)
                .param("now", Moments.toColumn(clock.instant()))
                .param("id", id)
                .update();
        write(
                id,
                "referralClosed",
                "Referral ended: " + Words.of("referralStatus", status) + ".",
                Map.of("status", status));
    }

    private void answer(long id, String answer) {
        jdbc.sql(
                        """
                update referral_attempt set answer = :answer, answered_at = :now
                where id = (select max(id) from referral_attempt where referral_id = :id)""")
                .param("answer", answer)
                .param("now", Moments.toColumn(clock.instant()))
                .param("id", id)
                .update();
    }

    private long takeUp(long id, NewReferral referral) {
        jdbc.sql(
                        """
                update referral set status = :status, open_service = :open, phase = :phase, timing = :timing,
                  owner_role = :owner, urgency = :urgency, reason = :reason, opened_at = :now, updated_at = :now
                where id = :id""")
                .param("status", CHOOSING)
                .param("open", openService(referral.caseNumber(), referral.service()))
                .param("phase", referral.phase())
                .param("timing", referral.timing())
                .param("owner", referral.ownerRole())
                .param("urgency", referral.urgency())
                .param("reason", sealed.seal("reason", referral.caseNumber(), referral.reason()))
                .param("now", Moments.toColumn(clock.instant()))
                .param("id", id)
                .update();
        return id;
    }

    private long insert(NewReferral referral, String status) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        String open = PLANNED.equals(status) ? null : openService(referral.caseNumber(), referral.service());
        jdbc.sql(
                        """
                insert into referral (case_number, service, open_service, phase, timing, owner_role, urgency, reason,
                  status, opened_at, updated_at)
                values (:caseNumber, :service, :open, :phase, :timing, :owner, :urgency, :reason, :status, :now, :now)""")
                .param("caseNumber", referral.caseNumber())
                .param("service", referral.service())
                .param("open", open)
                .param("phase", referral.phase())
                .param("timing", referral.timing())
                .param("owner", referral.ownerRole())
                .param("urgency", referral.urgency())
                .param("reason", sealed.seal("reason", referral.caseNumber(), referral.reason()))
                .param("status", status)
                .param("now", Moments.toColumn(clock.instant()))
                .update(key, "id");
        return key.getKey().longValue();
    }

    private void change(long id, String column, Object value) {
        jdbc.sql("update referral set " + column + " = ?, updated_at = ? where id = ?")
                .params(value, Moments.toColumn(clock.instant()), id)
                .update();
    }

    private void write(long id, String kind, String summary, Map<String, Object> more) {
        Referral referral = get(id);
        journal.write(referral.caseNumber(), kind, summary, details(id, referral.service(), more));
    }

    private static Map<String, Object> details(long id, String service, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("referralId", id);
        details.put("service", service);
        details.putAll(more);
        return details;
    }

    private static String openService(String caseNumber, String service) {
        return caseNumber + " " + service;
    }

    private Referral row(ResultSet row, int number) throws SQLException {
        return new Referral(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("service"),
                row.getString("phase"),
                row.getString("timing"),
                row.getString("owner_role"),
                row.getString("urgency"),
                sealed.open(row, "reason"),
                row.getString("status"),
                row.getString("provider_id"),
                sealed.open(row, "provider_name"),
                row.getString("process_instance"),
                sealed.openDay(row, "appointment_date"),
                Moments.moment(row, "opened_at"),
                Moments.moment(row, "closed_at"));
    }
}
