package org.throughcare.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.throughcare.access.InformationKind;

/**
 * Something that the record holds with a day.
 *
 * @param source where it stands in the record; the same appointment keeps its source when it moves
 * @param about kinds of information that its reader needs a right to
 * @param day at her site
 * @param time local time at her site; empty when the day is all that was agreed
 * @param place code of the site where it takes place; empty for every other place
 */
record Appointment(
        String source,
        AppointmentKind kind,
        Set<InformationKind> about,
        LocalDate day,
        Optional<LocalTime> time,
        Optional<String> place) {

    /** Copies the kinds. */
    Appointment {
        about = Set.copyOf(about);
    }
}
