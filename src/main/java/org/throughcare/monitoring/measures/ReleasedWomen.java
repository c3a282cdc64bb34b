package org.throughcare.monitoring.measures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Site;

/**
 * The releases that outcomes are about: within the scope's sites, track and lynch-pin need, on a day of its period at the
 * site from which she left. Her need is opened for the answer and kept nowhere beside her case.
 */
@Component
class ReleasedWomen {

    /** The question, as it is shown with each measure. */
    static final String SQL =
            """
            select o.case_number, o.site, o.track, o.released_at, o.met_at_gate, o.papers, o.medicines, o.safe_place,
              o.appointment, o.first_contact_at, o.ended_at, o.ended_as
            from release_outcome o join my_site s on s.site = o.site
            where o.released_at <= :now and o.case_number not in (:hidden)""";

    private final MeasureSql sql;
    private final LynchPin lynchPin;

    /** Several measures are asked of the same releases at once; they are forgotten with the question. */
    private final Cache<Scope, List<Release>> ofQuestion =
            Caffeine.newBuilder().weakKeys().build();

    ReleasedWomen(MeasureSql sql, LynchPin lynchPin) {
        this.sql = sql;
        this.lynchPin = lynchPin;
    }

    /**
     * A release and what came of it; null where nobody said so.
     *
     * @param site from which she left
     * @param firstContact when she was first reached; null when she was not
     * @param endedAt null while her follow-up goes on
     * @param endedAs closing reason, or returnedToCustody
     */
    record Release(
            String caseNumber,
            Site site,
            String track,
            Instant releasedAt,
            Boolean metAtGate,
            Boolean papers,
            Boolean medicines,
            Boolean safePlace,
            Boolean appointment,
            Instant firstContact,
            Instant endedAt,
            String endedAs) {

        /** The day on which she left. */
        LocalDate day() {
            return LocalDate.ofInstant(releasedAt, site.zone());
        }

        /** Days from the release to that moment, a part of a day counting as such. */
        double daysTo(Instant moment) {
            return Duration.between(releasedAt, moment).toSeconds() / 86_400.0;
        }
    }

    /** Those within the scope, by the moment of release. */
    List<Release> of(Scope scope) {
        return ofQuestion.get(scope, this::find);
    }

    private List<Release> find(Scope scope) {
        Map<String, Site> sites = scope.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<Release> found = sql
                .ask(scope, SQL + " order by o.released_at, o.id")
                .query((row, number) -> release(row, sites))
                .list()
                .stream()
                .filter(release -> scope.from()
                        .filter(from -> release.day().isBefore(from))
                        .isEmpty())
                .filter(release ->
                        scope.to().filter(to -> release.day().isAfter(to)).isEmpty())
                .filter(release -> scope.track()
                        .filter(track -> !track.equals(
                                Optional.ofNullable(release.track()).orElse("undecided")))
                        .isEmpty())
                .toList();
        return scope.need()
                .map(need -> lynchPin.with(need, found, Release::caseNumber))
                .orElse(found);
    }

    private static Release release(ResultSet row, Map<String, Site> sites) throws SQLException {
        return new Release(
                row.getString("case_number"),
                sites.get(row.getString("site")),
                row.getString("track"),
                moment(row, "released_at"),
                said(row, "met_at_gate"),
                said(row, "papers"),
                said(row, "medicines"),
                said(row, "safe_place"),
                said(row, "appointment"),
                moment(row, "first_contact_at"),
                moment(row, "ended_at"),
                row.getString("ended_as"));
    }

    private static Boolean said(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : (Boolean) value;
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }
}
