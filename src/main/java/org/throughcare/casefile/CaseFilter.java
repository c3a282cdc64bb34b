package org.throughcare.casefile;

import java.util.List;

/**
 * Which cases to look for. Everything that is given must fit; what is empty, null or false does not narrow.
 *
 * @param words a case number or a part of it, the beginning of a prison number, a date of birth, or a name as it sounds
 * @param status open or closed
 * @param phases any of these phases
 * @param tracks any of these tracks
 * @param releaseWithinWeeks still in custody, with a release date from today to that many weeks on
 * @param releaseDateUnknown no release date is known
 * @param caseManager the user id of her case manager
 * @param unassigned nobody is her case manager
 * @param openFlags she has an urgent flag that is not closed
 * @param overdue a task about her is past its due date
 */
record CaseFilter(
        String words,
        String status,
        List<String> phases,
        List<String> tracks,
        Integer releaseWithinWeeks,
        boolean releaseDateUnknown,
        String caseManager,
        boolean unassigned,
        boolean openFlags,
        boolean overdue) {

    /** Empty where nothing was said. */
    CaseFilter {
        words = words == null ? "" : words.strip();
        phases = phases == null ? List.of() : List.copyOf(phases);
        tracks = tracks == null ? List.of() : List.copyOf(tracks);
    }

    static CaseFilter ofWords(String words) {
        return new CaseFilter(words, null, List.of(), List.of(), null, false, null, false, false, false);
    }
}
