package org.throughcare.casepage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is held about one woman, readable and machine-readable.
 *
 * @param madeAt when it was put together
 * @param explanation what it is and what was left out, in plain words
 */
record SubjectAccess(
        String caseNumber, String womanName, Instant madeAt, String zone, List<String> explanation, List<Part> parts) {

    /** What is held in one place. */
    record Part(String name, String title, List<Item> items) {}

    /**
     * One record.
     *
     * @param at when it was written; null when it only says what is known now
     * @param by the role of who wrote it
     * @param what what it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(Instant at, String by, String what, List<Line> lines) {}

    /**
     * One thing that it says.
     *
     * @param key the fact's key, for machines; null when it is no fact
     * @param label the question, in words
     * @param value as it is held, for machines; null when it is withheld
     * @param text the same in words
     * @param withheld whether it is left out because it is about somebody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String key, String label, Object value, String text, Boolean withheld) {

        static Line of(String label, Object value, String text) {
            return new Line(null, label, value, text, null);
        }

        static Line withheld(String key, String label) {
            return new Line(key, label, null, "Withheld: it is about somebody else.", true);
        }
    }
}
