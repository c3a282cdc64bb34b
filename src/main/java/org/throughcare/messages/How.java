package org.throughcare.messages;

/** How a person wants to be told. The names are kept in the database. */
enum How {
    /** Not at all; Tasklist shows it anyway. */
    off,
    /** By a message of its own. */
    atOnce,
    /** In the daily digest; what everybody has who chose nothing. */
    digest
}
