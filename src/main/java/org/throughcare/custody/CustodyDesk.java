package org.throughcare.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.OpenCaseException;
import org.throughcare.engine.SecondTry;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.journey.Journeys;
import org.throughcare.time.WorkingCalendar;

/**
 * Takes in what happens to women in custody, one thing about one woman at a time and each in one transaction of record
 * and engine: it is done whole or not at all, and once.
 */
@Component
class CustodyDesk {

    private final CustodyEvents events;
    private final CaseFiles cases;
    private final Journeys journeys;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;

    /** Those who wait for the same woman wait here, and not each with a connection to the database. */
    private final ReentrantLock[] queues =
            IntStream.range(0, 128).mapToObj(number -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

    CustodyDesk(
            CustodyEvents events,
            CaseFiles cases,
            Journeys journeys,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.cases = cases;
        this.journeys = journeys;
        this.calendar = calendar;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of an event, and whether it came for the first time. */
    record Taken(CustodyAnswer answer, boolean first) {}

    /**
     * Takes in an event.
     *
     * @throws RefusedReportException when it cannot be taken; it may be sent again then
     */
    Taken take(CustodyEvent event, SignedIn reporter) {
        if (!maySometimesReport(reporter)) {
            throw RefusedReportException.notAllowed();
        }
        return openCaseFirst(
                event.prisonNumber(),
                () -> inTurn(event.prisonNumber(), () -> {
                    Optional<CustodyAnswer> known = events.answerTo(event.eventId());
                    if (known.isPresent()) {
                        return new Taken(known.get(), false);
                    }
                    CustodyAnswer answer = apply(event, reporter);
                    events.keep(event, answer, reporter.userId());
                    return new Taken(answer, true);
                }));
    }

    /**
     * Registers one admission of an import.
     *
     * @param answers the fields of the start form
     * @return the number of the new case
     * @throws OpenCaseException when the prison number has an open case
     * @throws RefusedAnswerException when an answer cannot be accepted
     */
    String register(Map<String, Object> answers) {
        String prisonNumber = String.valueOf(answers.get("prisonNumber"));
        if (!CustodyEventReader.PRISON_NUMBER.matcher(prisonNumber).matches()) {
            throw new RefusedAnswerException("prisonNumber", "has to be a letter, four digits and two letters.");
        }
        return openCaseFirst(prisonNumber, () -> inTurn(prisonNumber, () -> journeys.register(answers)));
    }

    /** Somebody may have registered her by hand in the same moment: then it is the open case that matters. */
    private <T> T openCaseFirst(String prisonNumber, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedAnswerException refused) {
            Optional<CaseFile> open = "prisonNumber".equals(refused.field())
                    ? cases.openWithPrisonNumber(prisonNumber)
                    : Optional.empty();
            throw open.<RuntimeException>map(file -> new OpenCaseException(file.caseNumber()))
                    .orElse(refused);
        }
    }

    /** Whether that person may report for that site. */
    static boolean mayReport(SignedIn reporter, String site) {
        return reporter.in(StaffGroups.CUSTODY_SYSTEM) || reporter.has(StaffGroups.RECEPTION_OFFICER, site);
    }

    /** Whether that person may report for any site at all. */
    static boolean maySometimesReport(SignedIn reporter) {
        return reporter.in(StaffGroups.CUSTODY_SYSTEM)
                || reporter.groups().stream().anyMatch(group -> group.startsWith(StaffGroups.RECEPTION_OFFICER + "."));
    }

    private <T> T inTurn(String prisonNumber, Supplier<T> work) {
        ReentrantLock queue = queues[Math.floorMod(prisonNumber.hashCode(), queues.length)];
        queue.lock();
        try {
            events.comeInto(prisonNumber);
            return SecondTry.of(() -> transaction.execute(status -> {
                events.waitForTurn(prisonNumber);
                return work.get();
            }));
        } finally {
            queue.unlock();
        }
    }

    private CustodyAnswer apply(CustodyEvent event, SignedIn reporter) {
        if (event.type() == CustodyEvent.Type.admitted) {
            return admit(event, reporter);
        }
        CaseFile file =
                cases.latestWithPrisonNumber(event.prisonNumber()).orElseThrow(RefusedReportException::unknownWoman);
        checkRight(event, file, reporter);
        if (isOvertaken(event)) {
            return answer(event, file, false, "Recorded and not applied: something newer is known already.");
        }
        return switch (event.type()) {
            case releaseDateChanged -> moveReleaseDate(event, file);
            case transferred -> transfer(event, file);
            case released -> release(event, file);
            case returnedToCustody -> returnToCustody(event, file);
            case died, deported -> close(event, file);
            case admitted -> throw new IllegalStateException("An admission is taken in above.");
        };
    }

    private void checkRight(CustodyEvent event, CaseFile file, SignedIn reporter) {
        boolean receiving =
                switch (event.type()) {
                    case transferred -> mayReport(reporter, event.text("toSite"));
                    case returnedToCustody -> mayReport(reporter, event.text("site"));
                    default -> false;
                };
        if (!receiving && !mayReport(reporter, file.site())) {
            throw RefusedReportException.notAllowed();
        }
    }

    private boolean isOvertaken(CustodyEvent event) {
        return events.lastApplied(event.prisonNumber(), event.type().subject())
                .filter(event.occurredAt()::isBefore)
                .isPresent();
    }

    private CustodyAnswer admit(CustodyEvent event, SignedIn reporter) {
        if (!(event.fields().get("site") instanceof String site)) {
            throw RefusedReportException.badContent("site", "is missing.");
        }
        if (!mayReport(reporter, site)) {
            throw RefusedReportException.notAllowed();
        }
        cases.openWithPrisonNumber(event.prisonNumber()).ifPresent(open -> {
            throw RefusedReportException.openCase(open.caseNumber());
        });
        if (isOvertaken(event)) {
            CaseFile file = cases.latestWithPrisonNumber(event.prisonNumber()).orElseThrow();
            return answer(event, file, false, "Recorded and not applied: something newer is known already.");
        }
        Map<String, Object> answers = new LinkedHashMap<>(event.fields());
        answers.put("prisonNumber", event.prisonNumber());
        answers.putIfAbsent("admissionDate", dayAtSite(event.occurredAt(), site).toString());
        String caseNumber = journeys.register(answers);
        return new CustodyAnswer(event.eventId(), event.type().name(), caseNumber, true, "The case is open.");
    }

    private CustodyAnswer moveReleaseDate(CustodyEvent event, CaseFile file) {
        if (!file.isInCustody()) {
            throw notInCustody(file);
        }
        Optional<LocalDate> releaseDate =
                Optional.ofNullable(event.text("releaseDate")).map(LocalDate::parse);
        if (releaseDate.filter(date -> date.isBefore(file.admissionDate())).isPresent()) {
            throw RefusedReportException.badContent("releaseDate", "lies before her admission.");
        }
        Optional.ofNullable(event.text("legalStatus"))
                .ifPresent(status -> journeys.changeLegalStatus(file.caseNumber(), status));
        journeys.moveReleaseDate(file.caseNumber(), releaseDate, event.text("reason"));
        return answer(
                event,
                file,
                true,
                "The release date is " + releaseDate.map(LocalDate::toString).orElse("unknown") + " now.");
    }

    private CustodyAnswer transfer(CustodyEvent event, CaseFile file) {
        if (!file.isInCustody()) {
            throw notInCustody(file);
        }
        String toSite = event.text("toSite");
        if (toSite.equals(file.site())) {
            return answer(event, file, false, "Recorded and not applied: she is at that site already.");
        }
        journeys.transfer(file.caseNumber(), toSite);
        return answer(event, file, true, "The case goes on at the site " + toSite + ".");
    }

    private CustodyAnswer release(CustodyEvent event, CaseFile file) {
        if (!file.isInCustody()) {
            return answer(event, file, false, "Recorded and not applied: she is not in custody.");
        }
        journeys.release(file.caseNumber(), event.occurredAt());
        return answer(event, file, true, "Her release is recorded.");
    }

    private CustodyAnswer returnToCustody(CustodyEvent event, CaseFile file) {
        if (file.isInCustody()) {
            throw RefusedReportException.conflict(
                    file.caseNumber(),
                    "The case " + file.caseNumber() + " is in custody already. Was a release missed?");
        }
        String site = event.text("site");
        journeys.returnToCustody(
                file.caseNumber(),
                site,
                event.text("legalStatus"),
                dayAtSite(event.occurredAt(), site),
                Optional.ofNullable(event.text("releaseDate")).map(LocalDate::parse));
        return answer(event, file, true, "She is in custody again; the history is kept.");
    }

    private CustodyAnswer close(CustodyEvent event, CaseFile file) {
        if (!file.isOpen()) {
            return answer(event, file, false, "Recorded and not applied: the case is closed already.");
        }
        journeys.close(file.caseNumber(), event.type().name());
        return answer(event, file, true, "The case is closed.");
    }

    private LocalDate dayAtSite(Instant moment, String site) {
        return moment.atZone(calendar.zone(site)).toLocalDate();
    }

    private static RefusedReportException notInCustody(CaseFile file) {
        return RefusedReportException.conflict(
                file.caseNumber(),
                "The case " + file.caseNumber() + " is not in custody, so this cannot happen in it.");
    }

    private static CustodyAnswer answer(CustodyEvent event, CaseFile file, boolean applied, String detail) {
        return new CustodyAnswer(event.eventId(), event.type().name(), file.caseNumber(), applied, detail);
    }
}
