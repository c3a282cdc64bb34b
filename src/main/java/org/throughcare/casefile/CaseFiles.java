package org.throughcare.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.RenewedByKey;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;
import org.throughcare.sites.Sites;

/**
 * The heads of all cases. Every change runs in the caller's transaction, which is the engine's when a process causes
 * it, and leaves a line in the journal.
 */
@Component
@Transactional
public class CaseFiles implements RenewedByKey {

    /** The phases in the order in which a case goes through them. */
    public static final List<String> PHASES = List.of(
            "admission",
            "intakePanel",
            "assessment",
            "programmeSequencing",
            "caseManagement",
            "handover",
            "releaseDay",
            "followUp");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final Sites sites;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final SearchTerms terms;
    private final SealedTable sealed;
    private final SealedTable sealedChanges;

    CaseFiles(
            JdbcClient jdbc,
            Journal journal,
            Clock clock,
            Sites sites,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            SearchTerms terms,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.sites = sites;
        this.staff = staff;
        this.events = events;
        this.terms = terms;
        this.sealed = sealing.table(
                "case_file",
                "prison_number",
                "legal_status",
                "woman_name",
                "date_of_birth",
                "home_district",
                "language");
        this.sealedChanges = sealing.table("release_date_change", "reason");
    }

    /**
     * Opens a case and gives it its number, {@code <site code>-<year>-<running number>}. A woman who had a case that is
     * closed comes back to it: the number and the history are kept and a new episode begins (domain rule 14).
     *
     * @throws OpenCaseException when the prison number has an open case
     */
    public CaseFile open(NewCase newCase) {
        openWithPrisonNumber(newCase.prisonNumber()).ifPresent(open -> {
            throw new OpenCaseException(open.caseNumber());
        });
        Optional<CaseFile> earlier = latestWithPrisonNumber(newCase.prisonNumber());
        try {
            return earlier.isPresent() ? reopen(earlier.get(), newCase) : insert(newCase);
        } catch (DuplicateKeyException e) {
            throw new OpenCaseException("that was opened a moment ago");
        }
    }

    private CaseFile insert(NewCase newCase) {
        String caseNumber = nextNumber(newCase.site(), newCase.admissionDate().getYear());
        jdbc.sql(
                        """
                insert into case_file (case_number, prison_number, prison_number_hash, open_prison_number, site, status,
                  phase, legal_status, admission_date, release_date, episode, woman_name, date_of_birth, home_district,
                  language, search_key, opened_at)
                values (:caseNumber, :prisonNumber, :hash, :hash, :site, 'open',
                  'admission', :legalStatus, :admissionDate, :releaseDate, 1, :womanName, :dateOfBirth, :homeDistrict,
                  :language, :searchKey, :now)""")
                .params(sealedHead(caseNumber, newCase))
                .param("caseNumber", caseNumber)
                .param("prisonNumber", sealed.seal("prison_number", caseNumber, newCase.prisonNumber()))
                .param("hash", terms.hash(newCase.prisonNumber()))
                .param("searchKey", terms.key())
                .param("now", now())
                .update();
        terms.write(caseNumber, newCase.prisonNumber(), newCase.womanName(), newCase.dateOfBirth());
        journal.write(caseNumber, "caseOpened", "Case opened at admission.", Map.of("site", newCase.site()));
        return get(caseNumber);
    }

    private CaseFile reopen(CaseFile earlier, NewCase newCase) {
        jdbc.sql(
                        """
                update case_file set prison_number_hash = :hash, open_prison_number = :hash, site = :site, status = 'open',
                  phase = 'admission', track = null, legal_status = :legalStatus, admission_date = :admissionDate,
                  release_date = :releaseDate, released_at = null, closing_reason = null, closed_at = null,
                  episode = episode + 1, woman_name = :womanName, date_of_birth = :dateOfBirth,
                  home_district = :homeDistrict, language = :language, search_key = :searchKey
                where case_number = :caseNumber""")
                .params(sealedHead(earlier.caseNumber(), newCase))
                .param("hash", terms.hash(newCase.prisonNumber()))
                .param("searchKey", terms.key())
                .param("caseNumber", earlier.caseNumber())
                .update();
        terms.write(earlier.caseNumber(), newCase.prisonNumber(), newCase.womanName(), newCase.dateOfBirth());
        journal.write(
                earlier.caseNumber(),
                "caseReopened",
                "Case reopened: she is in custody again. The history is kept.",
                Map.of("site", newCase.site(), "earlierClosingReason", String.valueOf(earlier.closingReason())));
        return get(earlier.caseNumber());
    }

    private Map<String, Object> sealedHead(String caseNumber, NewCase newCase) {
        Map<String, Object> head = new HashMap<>();
        head.put("site", newCase.site());
        head.put("legalStatus", sealed.seal("legal_status", caseNumber, newCase.legalStatus()));
        head.put("admissionDate", newCase.admissionDate());
        head.put("releaseDate", newCase.releaseDate());
        head.put("womanName", sealed.seal("woman_name", caseNumber, newCase.womanName()));
        head.put("dateOfBirth", sealed.seal("date_of_birth", caseNumber, newCase.dateOfBirth()));
        head.put("homeDistrict", sealed.seal("home_district", caseNumber, newCase.homeDistrict()));
        head.put("language", sealed.seal("language", caseNumber, newCase.language()));
        return head;
    }

    private String nextNumber(String site, int year) {
        long number =
                Inserts.returningId(jdbc.sql("insert into case_number_given (site, given_at) values (:site, :now)")
                        .param("site", site)
                        .param("now", now()));
        return "%s-%d-%04d".formatted(sites.get(site).code(), year, number);
    }

    /**
     * The case with that number.
     *
     * @throws NoSuchCaseException when there is none
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new NoSuchCaseException(caseNumber));
    }

    /** The case with that number, if there is one. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> find(String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ?")
                .param(caseNumber)
                .query(this::row)
                .optional();
    }

    /** Holds the case until the transaction ends, so that two people who write about her do it one after the other. */
    public void hold(String caseNumber) {
        jdbc.sql("select case_number from case_file where case_number = ? for update")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    /** The open case of that prison number. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> openWithPrisonNumber(String prisonNumber) {
        return jdbc.sql("select * from case_file where open_prison_number in (:hashes)")
                .param("hashes", terms.hashes(prisonNumber))
                .query(this::row)
                .optional();
    }

    /** The newest case of that prison number, open or closed. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> latestWithPrisonNumber(String prisonNumber) {
        return jdbc
                .sql("select * from case_file where prison_number_hash in (:hashes) order by opened_at desc")
                .param("hashes", terms.hashes(prisonNumber))
                .query(this::row)
                .list()
                .stream()
                .findFirst();
    }

    /** Cases of women born on that day, open or closed, newest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseFile> withDateOfBirth(LocalDate dateOfBirth) {
        return jdbc
                .sql(
                        """
                select * from case_file
                where case_number in (select case_number from case_search_term where term in (:terms))
                order by opened_at desc""")
                .param("terms", terms.bornOn(dateOfBirth))
                .query(this::row)
                .list()
                .stream()
                .filter(file -> file.dateOfBirth().equals(dateOfBirth))
                .toList();
    }

    /** All cases with one of those numbers. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseFile> withNumbers(List<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from case_file where case_number in (:numbers)")
                        .param("numbers", caseNumbers)
                        .query(this::row)
                        .list();
    }

    /** The open cases of that case manager, by number. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseFile> openOf(String caseManager) {
        return jdbc.sql("select * from case_file where case_manager = ? and status = 'open' order by case_number")
                .param(caseManager)
                .query(this::row)
                .list();
    }

    /** The cases of that case manager that were closed since that moment, by number. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseFile> closedOfSince(String caseManager, Instant since) {
        return jdbc.sql(
                        """
                select * from case_file where case_manager = ? and status = 'closed' and closed_at >= ?
                order by case_number""")
                .params(caseManager, Moments.toColumn(since))
                .query(this::row)
                .list();
    }

    /** Every open case, by number. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseFile> allOpen() {
        return jdbc.sql("select * from case_file where status = 'open' order by case_number")
                .query(this::row)
                .list();
    }

    /** The case enters a phase; a phase that lies behind it is journalled and leaves the head as it is. */
    public void enterPhase(String caseNumber, String phase) {
        CaseFile file = get(caseNumber);
        boolean forward = "admission".equals(phase) || PHASES.indexOf(phase) > PHASES.indexOf(file.phase());
        if (forward && !phase.equals(file.phase())) {
            change(caseNumber, "phase", phase);
        }
        journal.write(caseNumber, "phaseEntered", "The phase \"" + phase + "\" began.", Map.of("phase", phase));
    }

    /** The decision {@code journeyTrack} found another track. */
    public void changeTrack(String caseNumber, String track) {
        if (!track.equals(get(caseNumber).track())) {
            change(caseNumber, "track", track);
            journal.write(caseNumber, "trackChanged", "Track is now " + track + ".", Map.of("track", track));
        }
    }

    /** Her legal status changed, as when she is sentenced after remand. */
    public void changeLegalStatus(String caseNumber, String legalStatus) {
        if (!legalStatus.equals(get(caseNumber).legalStatus())) {
            change(caseNumber, "legal_status", sealed.seal("legal_status", caseNumber, legalStatus));
            journal.write(
                    caseNumber,
                    "legalStatusChanged",
                    "Legal status is now " + legalStatus + ".",
                    Map.of("legalStatus", legalStatus));
        }
    }

    /**
     * The case gets an owner.
     *
     * @param userId the case manager's user id
     */
    public void assignCaseManager(String caseNumber, String userId) {
        change(caseNumber, "case_manager", userId);
        journal.write(
                caseNumber, "caseManagerAssigned", userId + " is her case manager.", Map.of("caseManager", userId));
    }

    /** Nobody owns the case now, as after a transfer to another site. */
    public void unassignCaseManager(String caseNumber) {
        change(caseNumber, "case_manager", null);
    }

    /** Her release date moved, became known or became unknown. */
    public void changeReleaseDate(String caseNumber, Optional<LocalDate> releaseDate, String reason) {
        CaseFile file = get(caseNumber);
        change(caseNumber, "release_date", releaseDate.orElse(null));
        jdbc.sql(
                        """
                insert into release_date_change (case_number, from_date, to_date, reason, changed_by, changed_at)
                values (:caseNumber, :from, :to, :reason, :by, :at)""")
                .param("caseNumber", caseNumber)
                .param("from", file.releaseDate())
                .param("to", releaseDate.orElse(null))
                .param("reason", sealedChanges.seal("reason", caseNumber, reason))
                .param("by", staff.userId())
                .param("at", now())
                .update();
        String to = releaseDate.map(LocalDate::toString).orElse("unknown");
        journal.write(
                caseNumber,
                "releaseDateChanged",
                "Release date changed to " + to + ": " + reason,
                Map.of("from", String.valueOf(file.releaseDate()), "to", to, "reason", reason));
        events.publishEvent(new ReleaseDateMoved(caseNumber));
    }

    /** She left custody at that moment. */
    public void recordRelease(String caseNumber, Instant releasedAt) {
        change(caseNumber, "released_at", Moments.toColumn(releasedAt));
        journal.write(caseNumber, "released", "She was released.", Map.of("at", releasedAt.toString()));
    }

    /** She moved to another site, which now works on the case. */
    public void transfer(String caseNumber, String toSite) {
        String from = get(caseNumber).site();
        change(caseNumber, "site", sites.get(toSite).id());
        journal.write(
                caseNumber,
                "transferred",
                "Transferred from " + from + " to " + toSite + ".",
                Map.of("from", from, "to", toSite));
    }

    /** She is in custody again while her case was open: a new episode of the same case. */
    public void returnToCustody(
            String caseNumber,
            String site,
            String legalStatus,
            LocalDate admissionDate,
            Optional<LocalDate> releaseDate) {
        jdbc.sql(
                        """
                update case_file set site = :site, legal_status = :legalStatus, admission_date = :admissionDate,
                  release_date = :releaseDate, released_at = null, phase = 'admission', episode = episode + 1
                where case_number = :caseNumber""")
                .param("site", sites.get(site).id())
                .param("legalStatus", sealed.seal("legal_status", caseNumber, legalStatus))
                .param("admissionDate", admissionDate)
                .param("releaseDate", releaseDate.orElse(null))
                .param("caseNumber", caseNumber)
                .update();
        journal.write(
                caseNumber, "returnedToCustody", "She is in custody again. The history is kept.", Map.of("site", site));
    }

    /** The case ends in a named way (domain rule 14). */
    public void close(String caseNumber, String closingReason) {
        if (!get(caseNumber).isOpen()) {
            return;
        }
        jdbc.sql(
                        """
                update case_file set status = 'closed', open_prison_number = null, closing_reason = :reason, closed_at = :now
                where case_number = :caseNumber""")
                .param("reason", closingReason)
                .param("now", now())
                .param("caseNumber", caseNumber)
                .update();
        journal.write(
                caseNumber,
                "caseClosed",
                "Case closed: " + closingReason + ".",
                Map.of("closingReason", closingReason));
    }

    /** Makes the hashes by which some cases are found anew. */
    @Override
    public int renewSome() {
        List<CaseFile> old = jdbc.sql("select * from case_file where search_key <> ? limit 200 for update")
                .param(terms.key())
                .query(this::row)
                .list();
        old.forEach(file -> {
            jdbc.sql(
                            """
                    update case_file set prison_number_hash = :hash, search_key = :searchKey,
                      open_prison_number = case when open_prison_number is null then null else :hash end
                    where case_number = :caseNumber""")
                    .param("hash", terms.hash(file.prisonNumber()))
                    .param("searchKey", terms.key())
                    .param("caseNumber", file.caseNumber())
                    .update();
            terms.write(file.caseNumber(), file.prisonNumber(), file.womanName(), file.dateOfBirth());
        });
        return old.size();
    }

    private void change(String caseNumber, String column, Object value) {
        jdbc.sql("update case_file set " + column + " = :value where case_number = :caseNumber")
                .param("value", value)
                .param("caseNumber", caseNumber)
                .update();
    }

    private OffsetDateTime now() {
        return Moments.toColumn(clock.instant());
    }

    /** Her name, of a row that has no more than it and the case number. */
    String name(ResultSet row) throws SQLException {
        return sealed.open(row, "woman_name");
    }

    CaseFile row(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getString("case_number"),
                sealed.open(row, "prison_number"),
                row.getString("site"),
                row.getString("status"),
                row.getString("phase"),
                row.getString("track"),
                sealed.open(row, "legal_status"),
                row.getObject("admission_date", LocalDate.class),
                row.getObject("release_date", LocalDate.class),
                Moments.fromColumn(row, "released_at"),
                row.getString("case_manager"),
                row.getString("closing_reason"),
                row.getInt("episode"),
                sealed.open(row, "woman_name"),
                sealed.openDay(row, "date_of_birth"),
                sealed.open(row, "home_district"),
                sealed.open(row, "language"),
                Moments.fromColumn(row, "opened_at"),
                Moments.fromColumn(row, "closed_at"));
    }
}
