/**
 * Appointments as iCalendar (RFC 5545): one as a file, and a person's work as a feed for her own calendar. A calendar lies
 * open on desks and kitchen tables, so it says a case number, what kind of appointment it is in a word that fits
 * everybody, and at most one of the estate's own sites. {@link org.throughcare.calendar.RecordedAppointments} says what an
 * appointment is.
 */
package org.throughcare.calendar;
