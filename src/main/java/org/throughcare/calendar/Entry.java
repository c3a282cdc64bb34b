package org.throughcare.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * An appointment in a calendar.
 *
 * @param uid stays the same as long as the appointment exists
 * @param caseNumber empty for an appointment about no case
 * @param site in whose zone its day and time lie
 * @param revision how often it has changed
 * @param cancelled whether it was called off
 * @param changedAt when it became what it is
 */
record Entry(
        String uid,
        Optional<String> caseNumber,
        String site,
        Appointment appointment,
        int revision,
        boolean cancelled,
        Instant changedAt) {

    /** What a calendar shows in one line. */
    String title() {
        String words = appointment.kind().words();
        return caseNumber.map(number -> number + " · " + words).orElse(words);
    }
}
