package org.throughcare.custody;

/**
 * Something that cannot be accepted.
 *
 * @param field the name as in the contract; empty when it is about the whole
 * @param reason what is wrong and what to do, without the value
 */
record FieldError(String field, String reason) {}
