package org.throughcare.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.time.WorkingCalendar;

/**
 * A person's calendar, its secret address, and single appointments as files. Calendar programs come through {@code
 * /calendar/<secret>.ics} and see the calendar only.
 */
@RestController
class CalendarController {

    private static final String ICALENDAR = "text/calendar";

    private final PersonalCalendar calendars;
    private final CalendarBook book;
    private final CalendarFiles files;
    private final Addresses addresses;
    private final CaseDoor door;
    private final StaffAccess access;
    private final WorkingCalendar days;
    private final String url;

    CalendarController(
            PersonalCalendar calendars,
            CalendarBook book,
            CalendarFiles files,
            Addresses addresses,
            CaseDoor door,
            StaffAccess access,
            WorkingCalendar days,
            @Value("${throughcare.url}") String url) {
        this.calendars = calendars;
        this.book = book;
        this.files = files;
        this.addresses = addresses;
        this.door = door;
        this.access = access;
        this.days = days;
        this.url = url;
    }

    /**
     * Her calendar as she sees it on its page.
     *
     * @param address what is known of her address; null when she has none
     */
    record Shown(AddressShown address, List<Line> appointments) {}

    /** When the address was made, its last day, and when it was last read. */
    record AddressShown(Instant madeAt, LocalDate endsOn, Instant lastReadAt) {}

    /** The address itself, told this once. */
    record Made(String url, LocalDate endsOn) {}

    /** An appointment that lies ahead. Day and time are those of the site. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String caseNumber, String kind, LocalDate day, String time, String place, boolean cancelled, String file) {}

    @GetMapping("/api/calendar")
    Shown mine(SignedIn person) {
        mustBeStaff(person);
        return new Shown(
                addresses
                        .of(person.userId())
                        .map(known -> new AddressShown(
                                known.madeAt(),
                                known.endsOn(),
                                known.lastReadAt().orElse(null)))
                        .orElse(null),
                calendars.of(person).stream()
                        .filter(entry -> !entry.appointment().day().isBefore(days.today(entry.site())))
                        .map(CalendarController::line)
                        .toList());
    }

    private static Line line(Entry entry) {
        Appointment appointment = entry.appointment();
        return new Line(
                entry.caseNumber().orElse(null),
                appointment.kind().words(),
                appointment.day(),
                appointment.time().map(LocalTime::toString).orElse(null),
                appointment.place().orElse(null),
                entry.cancelled(),
                entry.caseNumber()
                        .map(number -> "/api/cases/" + number + "/appointments/" + entry.uid() + ".ics")
                        .orElse(null));
    }

    /** Her calendar as a file: for herself, signed in, and for her calendar program. */
    @GetMapping("/api/calendar/mine.ics")
    ResponseEntity<String> feed(SignedIn person) {
        return file(calendars.of(person), "appointments");
    }

    /** Makes her an address; an earlier one opens nothing from now on. */
    @PostMapping("/api/calendar/address")
    @ResponseStatus(HttpStatus.CREATED)
    Made makeAddress(SignedIn person) {
        mustBeStaff(person);
        String secret = addresses.make(person.userId());
        return new Made(
                url + "/calendar/" + secret + ".ics",
                addresses.of(person.userId()).orElseThrow().endsOn());
    }

    /** Her address opens nothing from now on. */
    @DeleteMapping("/api/calendar/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeAddress(SignedIn person) {
        addresses.revoke(person.userId());
    }

    /** One appointment as a file, to keep or to pass on within the team. */
    @GetMapping("/api/cases/{caseNumber}/appointments/{uid}.ics")
    ResponseEntity<String> one(@PathVariable String caseNumber, @PathVariable String uid, SignedIn reader) {
        CaseDoor.Opened opened = door.open(reader, caseNumber);
        List<Entry> found = book.of(opened.file()).stream()
                .filter(entry -> entry.uid().equals(uid) && PersonalCalendar.mayRead(opened.view(), entry))
                .toList();
        if (found.isEmpty()) {
            throw problem(HttpStatus.NOT_FOUND, "There is no such appointment, or it is not yours to see.");
        }
        return file(found, caseNumber);
    }

    private ResponseEntity<String> file(List<Entry> entries, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ICALENDAR + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".ics")
                                .build()
                                .toString())
                .body(files.write(entries));
    }

    private void mustBeStaff(SignedIn person) {
        if (access.sitesOf(person).isEmpty()) {
            throw problem(HttpStatus.FORBIDDEN, "Calendars are for the staff of a site.");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
