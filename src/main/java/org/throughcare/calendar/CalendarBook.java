package org.throughcare.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.InformationKind;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;
import org.throughcare.time.WorkingCalendar;

/**
 * Remembers the appointments of each case as calendars have seen them. A calendar recognises an appointment by its
 * identifier, and takes a change when the revision is higher (RFC 5545, 3.8.7.4); one that is no longer in the record
 * before its day was called off. What lies more than {@value #DAYS_KEPT} days back is left out.
 */
@Component
@Transactional
class CalendarBook {

    private static final int DAYS_KEPT = 30;

    private final JdbcClient jdbc;
    private final RecordedAppointments recorded;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final SealedTable sealed;

    CalendarBook(
            JdbcClient jdbc,
            RecordedAppointments recorded,
            CaseFiles cases,
            WorkingCalendar calendar,
            Clock clock,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.recorded = recorded;
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
        this.sealed = sealing.table("calendar_entry", "starts");
    }

    /** The appointments of that case as they stand now, and those that were called off before their day, by day. */
    List<Entry> of(CaseFile file) {
        LocalDate first = calendar.today(file.site()).minusDays(DAYS_KEPT);
        Map<String, Appointment> now = recorded.of(file).stream()
                .filter(appointment -> !appointment.day().isBefore(first))
                .collect(Collectors.toMap(Appointment::source, appointment -> appointment));
        if (!saysTheSame(known(file), now, file, first)) {
            cases.hold(file.caseNumber());
            bringUpToDate(known(file), now, file, first);
        }
        return List.copyOf(known(file).values());
    }

    private boolean saysTheSame(
            Map<String, Entry> known, Map<String, Appointment> now, CaseFile file, LocalDate first) {
        return known.keySet().containsAll(now.keySet())
                && known.values().stream().allMatch(entry -> Optional.ofNullable(
                                now.get(entry.appointment().source()))
                        .map(stands -> isSame(entry, stands))
                        .orElseGet(() -> !isOver(entry, first) && !wasCalledOff(entry, file)));
    }

    private static boolean isSame(Entry entry, Appointment stands) {
        return !entry.cancelled() && entry.appointment().equals(stands);
    }

    private static boolean isOver(Entry entry, LocalDate first) {
        return entry.appointment().day().isBefore(first);
    }

    /** What is gone from the record on its day or later took place, or the record says elsewhere that it did not. */
    private boolean wasCalledOff(Entry entry, CaseFile file) {
        return !entry.cancelled() && entry.appointment().day().isAfter(calendar.today(file.site()));
    }

    private void bringUpToDate(Map<String, Entry> known, Map<String, Appointment> now, CaseFile file, LocalDate first) {
        for (Entry entry : known.values()) {
            Appointment stands = now.get(entry.appointment().source());
            if (stands != null && !isSame(entry, stands)) {
                change(entry, stands, false, file);
            } else if (stands == null && isOver(entry, first)) {
                jdbc.sql("delete from calendar_entry where uid = ?")
                        .param(entry.uid())
                        .update();
            } else if (stands == null && wasCalledOff(entry, file)) {
                change(entry, entry.appointment(), true, file);
            }
        }
        now.values().stream()
                .filter(appointment -> !known.containsKey(appointment.source()))
                .forEach(appointment -> insert(appointment, file));
    }

    private void insert(Appointment appointment, CaseFile file) {
        write(
                """
                insert into calendar_entry
                  (case_number, source, uid, kind, about, starts, place, revision, cancelled, changed_at)
                values (:case, :source, :uid, :kind, :about, :starts, :place, :revision, :cancelled, :now)""",
                new Entry(
                        UUID.randomUUID().toString(),
                        Optional.of(file.caseNumber()),
                        file.site(),
                        appointment,
                        0,
                        false,
                        clock.instant()));
    }

    private void change(Entry entry, Appointment appointment, boolean cancelled, CaseFile file) {
        write(
                """
                update calendar_entry set kind = :kind, about = :about, starts = :starts, place = :place,
                  revision = :revision, cancelled = :cancelled, changed_at = :now
                where uid = :uid and case_number = :case and source = :source""",
                new Entry(
                        entry.uid(),
                        entry.caseNumber(),
                        file.site(),
                        appointment,
                        entry.revision() + 1,
                        cancelled,
                        clock.instant()));
    }

    private void write(String statement, Entry entry) {
        Appointment appointment = entry.appointment();
        String caseNumber = entry.caseNumber().orElseThrow();
        String starts =
                appointment.day() + appointment.time().map(time -> "T" + time).orElse("");
        jdbc.sql(statement)
                .param("case", caseNumber)
                .param("source", appointment.source())
                .param("uid", entry.uid())
                .param("kind", appointment.kind().name())
                .param("about", words(appointment.about()))
                .param("starts", sealed.seal("starts", caseNumber, starts))
                .param("place", appointment.place().orElse(null))
                .param("revision", entry.revision())
                .param("cancelled", entry.cancelled())
                .param("now", OffsetDateTime.ofInstant(entry.changedAt(), ZoneOffset.UTC))
                .update();
    }

    private Map<String, Entry> known(CaseFile file) {
        Map<String, Entry> known = new LinkedHashMap<>();
        jdbc.sql("select * from calendar_entry where case_number = ? order by id")
                .param(file.caseNumber())
                .query((row, number) -> entry(row, file))
                .list()
                .forEach(entry -> known.put(entry.appointment().source(), entry));
        return known;
    }

    private Entry entry(ResultSet row, CaseFile file) throws SQLException {
        String starts = sealed.open(row, "starts");
        Optional<LocalTime> time =
                starts.contains("T") ? Optional.of(LocalDateTime.parse(starts).toLocalTime()) : Optional.empty();
        return new Entry(
                row.getString("uid"),
                Optional.of(file.caseNumber()),
                file.site(),
                new Appointment(
                        row.getString("source"),
                        AppointmentKind.valueOf(row.getString("kind")),
                        kinds(row.getString("about")),
                        LocalDate.parse(starts.substring(0, 10)),
                        time,
                        Optional.ofNullable(row.getString("place"))),
                row.getInt("revision"),
                row.getBoolean("cancelled"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String words(Set<InformationKind> kinds) {
        return new TreeSet<>(kinds).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Set<InformationKind> kinds(String words) {
        return Arrays.stream(words.split(" ")).map(InformationKind::valueOf).collect(Collectors.toSet());
    }
}
