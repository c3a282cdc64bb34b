package org.throughcare.custody;

/**
 * What became of an event; the same for every repetition.
 *
 * @param applied false when it was recorded and changed nothing
 * @param detail a plain sentence
 */
record CustodyAnswer(String eventId, String type, String caseNumber, boolean applied, String detail) {}
