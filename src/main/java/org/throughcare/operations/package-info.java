/**
 * What is done to many cases at once: giving them to other case managers, trying failed steps again, moving a token,
 * taking processes to a newer version. Shown before it happens, done one by one in the background, each in a transaction
 * of its own that also writes the case's journal; what is refused stops nothing else.
 */
package org.throughcare.operations;
