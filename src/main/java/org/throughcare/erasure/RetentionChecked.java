package org.throughcare.erasure;

import java.time.LocalDate;

/**
 * The day's look at what is kept too long is done; proofs whose own time is over may go as well.
 *
 * @param day the civil date in UTC
 */
public record RetentionChecked(LocalDate day) {}
