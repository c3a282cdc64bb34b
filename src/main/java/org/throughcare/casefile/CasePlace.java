package org.throughcare.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a case stands in the order of a search: by release date, unknown dates last, then by number. The next page begins
 * after the place of the last case of this one, whatever was added or closed meanwhile.
 *
 * @param releaseDate null while it is unknown
 */
record CasePlace(LocalDate releaseDate, String caseNumber) implements Comparable<CasePlace> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?~([A-Za-z0-9-]{1,40})");
    private static final Comparator<CasePlace> ORDER = Comparator.comparing(
                    CasePlace::releaseDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(CasePlace::caseNumber);

    static CasePlace of(CaseFile file) {
        return new CasePlace(file.releaseDate(), file.caseNumber());
    }

    /** Reads {@link #toString}; empty when it is not one. */
    static Optional<CasePlace> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = matcher.group(1) == null ? null : LocalDate.parse(matcher.group(1));
            return Optional.of(new CasePlace(date, matcher.group(2)));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(CasePlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (releaseDate == null ? "" : releaseDate) + "~" + caseNumber;
    }
}
