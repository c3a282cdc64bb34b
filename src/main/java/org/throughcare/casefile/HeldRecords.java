package org.throughcare.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that a package keeps about a woman beside her case file, for the export of everything that is held about her.
 * Each package that owns such a table has one.
 */
public interface HeldRecords {

    /** Its name in the export, lowerCamelCase. */
    String name();

    /** Its heading, in words. */
    String title();

    /** Everything that is held there about that case, oldest first. */
    List<Held> of(String caseNumber);

    /**
     * One record.
     *
     * @param at when it was written; null when that is not known
     * @param by user id of who wrote it; null when nobody did. The export names the role, not the person
     * @param what what it is, in words
     * @param values what it says, by label; values are text, numbers, dates, true and false
     */
    record Held(Instant at, String by, String what, Map<String, Object> values) {}
}
