package org.throughcare.monitoring.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughcare.sites.Site;

/**
 * What somebody asks about, already narrowed to what she may read. {@link Scopes} makes it.
 *
 * @param sites whose cases count; never empty
 * @param asked the site that was asked for; empty when it is all of hers together
 * @param track only women on that track
 * @param need only women with that lynch-pin need, a pathway
 * @param from first day of the period, at each site
 * @param to last day of the period, at each site
 * @param now the moment of the question
 * @param hidden case numbers that do not exist for the reader
 */
public record Scope(
        List<Site> sites,
        Optional<String> asked,
        Optional<String> track,
        Optional<String> need,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Instant now,
        Set<String> hidden) {

    /** Copies the lists. */
    public Scope {
        sites = List.copyOf(sites);
        hidden = Set.copyOf(hidden);
    }
}
