package org.throughcare.calendar;

/** What a calendar calls an appointment: words that tell nothing about her, her health or whom she meets. */
enum AppointmentKind {
    APPOINTMENT("Appointment", false),
    MEETING("Meeting", true),
    REVIEW("Review", true),
    VISIT("Visit", true),
    CONTACT("Contact", false),
    START("Start", true),
    RELEASE_DAY("Release day", true),
    SUPERVISION("Supervision", true);

    private final String words;
    private final boolean atSite;

    AppointmentKind(String words, boolean atSite) {
        this.words = words;
        this.atSite = atSite;
    }

    /** As people read it. */
    String words() {
        return words;
    }

    /** Whether it takes place at her site while she is held there. Of any other place a calendar says nothing. */
    boolean isAtSite() {
        return atSite;
    }
}
