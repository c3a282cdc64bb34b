package org.throughcare.monitoring.measures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.access.Identities;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;
import org.throughcare.words.Words;

/** What people call the codes in measures. */
@Component
class Labels {

    private static final String CASE_MANAGER = "caseManager";

    private static final Map<String, String> BANDS = Map.of(
            "day1", "Within the first day",
            "days2to3", "Day 2 or 3",
            "days4to7", "Day 4 to 7",
            "later", "Later",
            "none", "Not yet");

    private final Sites sites;
    private final Identities identities;

    Labels(Sites sites, Identities identities) {
        this.sites = sites;
        this.identities = identities;
    }

    /** The codes of these rows in words: first the measure's own, then the product's. */
    BiFunction<String, String, Answer.Code> of(Measure measure, List<Row> rows) {
        Map<String, String> names = namesOf(rows.stream()
                .map(row -> row.of().get(CASE_MANAGER))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return (dimension, code) -> new Answer.Code(
                code,
                code == null
                        ? "–"
                        : measure.label(dimension, code)
                                .orElseGet(() -> dimension.equals(CASE_MANAGER)
                                        ? names.getOrDefault(code, code)
                                        : of(dimension, code)));
    }

    /** A code of that dimension. */
    String of(String dimension, String code) {
        return switch (dimension) {
            case "site" -> sites.find(code).map(Site::name).orElse(code);
            case "track" -> "undecided".equals(code) ? "Not decided yet" : Words.of("track", code);
            case "phase" -> CaseFiles.PHASES.contains(code) ? Words.of("phase", code) : Words.spoken(code);
            case "within" -> "Next " + code.substring(1) + " weeks";
            case "week" -> "Week " + Integer.parseInt(code.substring(1));
            case "day" -> code + " days";
            case "band" -> BANDS.getOrDefault(code, code);
            case "provider" ->
                OutcomeMeasures.OTHERS.equals(code) ? "All with fewer than five women each" : Words.spoken(code);
            case "answer" -> "notSaid".equals(code) ? "Not asked for" : Words.spoken(code);
            default -> Words.of(dimension, code);
        };
    }

    /** What people call these members of staff. */
    Map<String, String> namesOf(Collection<String> userIds) {
        return userIds.isEmpty() ? Map.of() : identities.namesOf(Set.copyOf(userIds));
    }
}
