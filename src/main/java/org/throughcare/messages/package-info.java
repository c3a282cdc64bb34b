/**
 * Messages to people: to staff about their work, to supervisors about what has to be looked at, to trusted providers
 * about what waits for them. {@link org.throughcare.messages.Outbox} is the door: a message is written in the
 * transaction of the step that causes it, and a worker sends it afterwards, by mail or, without a mail server, into a
 * folder. A message says a reference, what kind of thing waits and where; never anything about a woman.
 */
package org.throughcare.messages;
