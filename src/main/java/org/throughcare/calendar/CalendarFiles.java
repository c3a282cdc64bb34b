package org.throughcare.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import org.throughcare.time.WorkingCalendar;

/**
 * Writes appointments as iCalendar (RFC 5545). Times are told in UTC, so that they are right in every zone and on the
 * days when clocks change; an appointment without a time is a whole day.
 */
@Component
class CalendarFiles {

    private static final Duration USUAL_LENGTH = Duration.ofHours(1);
    private static final String READ_AGAIN_AFTER = "PT1H";

    private final WorkingCalendar calendar;

    CalendarFiles(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** These appointments as one calendar; an empty list is a calendar too. */
    String write(List<Entry> entries) {
        Calendar file = new Calendar();
        file.add(new ProdId("-//Throughcare//Appointments//EN"));
        file.add(ImmutableVersion.VERSION_2_0);
        file.add(ImmutableCalScale.GREGORIAN);
        file.add(new XProperty("X-PUBLISHED-TTL", READ_AGAIN_AFTER));
        entries.forEach(entry -> file.add(event(entry)));
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(false).output(file, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VEvent event(Entry entry) {
        Appointment appointment = entry.appointment();
        VEvent event = timed(entry).orElseGet(() -> allDay(appointment.day(), entry.title()));
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Sequence(entry.revision()));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableClazz.PRIVATE);
        appointment.place().map(Location::new).ifPresent(event::add);
        return event;
    }

    private Optional<VEvent> timed(Entry entry) {
        return entry.appointment().time().map(time -> {
            Instant begin = calendar.at(entry.site(), entry.appointment().day(), time);
            return without(new VEvent(begin, begin.plus(USUAL_LENGTH), entry.title()));
        });
    }

    private static VEvent allDay(LocalDate day, String title) {
        VEvent event = without(new VEvent(day, day.plusDays(1), title));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** The library stamps an event with the time of the machine; ours says when the appointment changed. */
    private static VEvent without(VEvent event) {
        event.removeAll("DTSTAMP");
        return event;
    }
}
