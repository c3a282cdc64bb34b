package org.throughcare.messages;

/** What a recipient reads: a subject, and the same in plain text and in HTML. */
record Letter(String subject, String text, String html) {}
