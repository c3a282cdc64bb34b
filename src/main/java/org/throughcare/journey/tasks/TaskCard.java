package org.throughcare.journey.tasks;

import java.util.List;
import org.throughcare.casefile.Flag;
import org.throughcare.words.Words;

/**
 * Who a task is about.
 *
 * @param womanName null, like all that follows, for a reader who may not read the case
 * @param releaseDate ISO date; null while it is unknown
 * @param released whether she has left custody
 * @param today the civil date at her site, against which her release date is counted
 * @param flags her open urgent flags
 */
record TaskCard(
        String caseNumber,
        String womanName,
        String prisonNumber,
        String releaseDate,
        Boolean released,
        String today,
        List<Badge> flags) {

    /** An open flag in words. */
    record Badge(String label, String severity) {

        static Badge of(Flag flag) {
            return new Badge(Words.of("flag", flag.flag()), flag.severity());
        }

        /** For a reader who may know how urgent it is, and not what it is about. */
        static Badge withoutSubject(Flag flag) {
            return new Badge("Urgent concern", flag.severity());
        }
    }
}
