package org.throughcare.messages;

import java.util.List;

/**
 * A message that is to be written.
 *
 * @param lines at least one
 * @param more how many further things it does not name
 */
public record NewMessage(Template template, Recipient recipient, List<Line> lines, int more) {

    /** Copies the lines. */
    public NewMessage {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A message tells at least one thing.");
        }
    }

    /** A message that tells one thing. */
    public NewMessage(Template template, Recipient recipient, Line line) {
        this(template, recipient, List.of(line), 0);
    }
}
