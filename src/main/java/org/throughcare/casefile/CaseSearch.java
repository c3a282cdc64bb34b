package org.throughcare.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases, page by page, the next release first and unknown release dates last. */
@Component
class CaseSearch {

    /** Beyond this a name is too common to be looked through; the best fits are kept. */
    private static final int MOST_NAMESAKES = 500;

    /** Nobody has more names than these; what is said beyond them is not looked for. */
    private static final int MOST_WORDS = 6;

    /** Reads the numbers from their index, and not from the wide rows. */
    private static final String NUMBER_HOLDS =
            "select n.case_number from case_file n where lower(n.case_number) like :words escape '!'";

    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final SearchTerms terms;
    private final Clock clock;

    CaseSearch(JdbcClient jdbc, CaseFiles cases, SearchTerms terms, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The first cases that fit.
     *
     * @param after the place of the last case that was seen; empty for the first page
     * @param limit how many at most
     */
    List<CaseFile> find(CaseScope scope, CaseFilter filter, Optional<CasePlace> after, int limit) {
        if (scope.sites().isEmpty()) {
            return List.of();
        }
        Conditions conditions = new Conditions();
        conditions.within(scope);
        conditions.narrow(filter, clock);
        after.ifPresent(conditions::after);
        String words = filter.words();
        if (words.isEmpty()) {
            return page(conditions, limit);
        }
        if (!scope.persons()) {
            conditions.add("c.case_number in (" + NUMBER_HOLDS + ")", "words", "%" + escaped(words) + "%");
            return page(conditions, limit);
        }
        Optional<LocalDate> day = day(words);
        if (day.isPresent()) {
            conditions.add(
                    "c.case_number in (select case_number from case_search_term where term in (:terms))",
                    "terms",
                    terms.bornOn(day.get()));
            return page(conditions, limit);
        }
        if (words.chars().anyMatch(Character::isDigit)) {
            byNumber(conditions, words);
            return page(conditions, limit);
        }
        return namesakes(
                conditions, NameParts.of(words).stream().limit(MOST_WORDS).toList(), limit);
    }

    private void byNumber(Conditions conditions, String words) {
        List<Long> beginnings = terms.prisonNumberBegins(words);
        if (beginnings.isEmpty()) {
            conditions.add("c.case_number in (" + NUMBER_HOLDS + ")", "words", "%" + escaped(words) + "%");
            return;
        }
        // one list instead of two with "or" between them: the database looks up what is on it, and not each case
        conditions.add(
                "c.case_number in (" + NUMBER_HOLDS
                        + " union select case_number from case_search_term where term in (:terms))",
                "words",
                "%" + escaped(words) + "%");
        conditions.put("terms", beginnings);
    }

    private List<CaseFile> page(Conditions conditions, int limit) {
        return jdbc.sql("select c.* from case_file c where " + conditions
                        + " order by c.release_date nulls last, c.case_number limit :limit")
                .params(conditions.values())
                .param("limit", limit)
                .query(cases::row)
                .list();
    }

    /** The hashes find who may be meant; her name, once opened, says whether she is. */
    private List<CaseFile> namesakes(Conditions conditions, List<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        WantedWords wanted = new WantedWords(words, terms);
        List<Namesake> namesakes = jdbc.sql(
                        """
                select c.case_number, c.release_date, c.woman_name from case_file c %s
                where %s
                order by %s desc limit %d"""
                                .formatted(wanted.joins(), conditions, wanted.fit(), MOST_NAMESAKES))
                .params(conditions.values())
                .params(wanted.values())
                .query((row, number) -> new Namesake(
                        new CasePlace(row.getObject("release_date", LocalDate.class), row.getString("case_number")),
                        cases.name(row)))
                .list();
        List<String> page = namesakes.stream()
                .filter(namesake -> NameParts.match(words, namesake.name()))
                .map(Namesake::place)
                .sorted()
                .limit(limit)
                .map(CasePlace::caseNumber)
                .toList();
        return cases.withNumbers(page).stream()
                .sorted(Comparator.comparing(CasePlace::of))
                .toList();
    }

    private record Namesake(CasePlace place, String name) {}

    /** A day as people write it: 1988-08-31, 31.8.1988 or 31/8/1988. */
    private static Optional<LocalDate> day(String words) {
        Matcher iso = ISO_DAY.matcher(words);
        Matcher dayFirst = DAY_FIRST.matcher(words);
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            if (dayFirst.matches()) {
                return Optional.of(LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }

    /** The cases that each word finds, by its sound or by its letters, in SQL beside {@code case_file c}. */
    private static final class WantedWords {

        private static final String CASES_OF_A_WORD =
                """
                join (select term.case_number, count(*) terms from case_search_term term
                  where term.term in (:all%1$d) group by term.case_number
                  having count(*) >= :enough%1$d or max(case when term.term in (:sounds%1$d) then 1 else 0 end) = 1) word%1$d
                  on word%1$d.case_number = c.case_number
                """;

        private final int words;
        private final Map<String, Object> values = new HashMap<>();

        WantedWords(List<String> words, SearchTerms terms) {
            this.words = words.size();
            for (int number = 0; number < words.size(); number++) {
                String word = words.get(number);
                List<Long> sounds = terms.sounds(List.of(word));
                values.put("sounds" + number, sounds.isEmpty() ? List.of(0L) : sounds);
                List<Long> all = new ArrayList<>(sounds);
                all.addAll(terms.trigrams(List.of(word)));
                values.put("all" + number, all);
                values.put("enough" + number, NameParts.fewestShared(word));
            }
        }

        String joins() {
            return each(CASES_OF_A_WORD, "");
        }

        /** How many terms fit. */
        String fit() {
            return each("word%1$d.terms", " + ");
        }

        private String each(String text, String between) {
            return IntStream.range(0, words).mapToObj(text::formatted).collect(Collectors.joining(between));
        }

        Map<String, Object> values() {
            return values;
        }
    }

    /** What a case must fulfil, in SQL over {@code case_file c}, with its values. */
    private static final class Conditions {

        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition) {
            sql.append(sql.isEmpty() ? "" : " and ").append(condition);
        }

        void add(String condition, String name, Object value) {
            add(condition);
            put(name, value);
        }

        void put(String name, Object value) {
            values.put(name, value);
        }

        Map<String, Object> values() {
            return values;
        }

        /** What the reader may find at all. Every search of cases passes here, and nowhere else. */
        void within(CaseScope scope) {
            add("c.site in (:sites)", "sites", scope.sites());
            if (!scope.hidden().isEmpty()) {
                add("c.case_number not in (:hidden)", "hidden", scope.hidden());
            }
        }

        void narrow(CaseFilter filter, Clock clock) {
            if (filter.status() != null) {
                add("c.status = :status", "status", filter.status());
            }
            if (!filter.phases().isEmpty()) {
                add("c.phase in (:phases)", "phases", filter.phases());
            }
            if (!filter.tracks().isEmpty()) {
                add("c.track in (:tracks)", "tracks", filter.tracks());
            }
            if (filter.releaseWithinWeeks() != null) {
                LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                add("c.status = 'open' and c.released_at is null and c.release_date between :from and :to");
                put("from", today);
                put("to", today.plusWeeks(filter.releaseWithinWeeks()));
            }
            if (filter.releaseDateUnknown()) {
                add("c.status = 'open' and c.released_at is null and c.release_date is null");
            }
            if (filter.caseManager() != null) {
                add("c.case_manager = :caseManager", "caseManager", filter.caseManager());
            }
            if (filter.unassigned()) {
                add("c.status = 'open' and c.case_manager is null");
            }
            if (filter.openFlags()) {
                add(
                        "exists (select 1 from urgent_flag f where f.case_number = c.case_number and f.status <> 'closed')");
            }
            if (filter.overdue()) {
                add(
                        """
                        c.case_number in (
                          select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                          where t.due_date_ < :now)""",
                        "now",
                        Timestamp.from(clock.instant()));
            }
        }

        void after(CasePlace place) {
            put("afterNumber", place.caseNumber());
            if (place.releaseDate() == null) {
                add("c.release_date is null and c.case_number > :afterNumber");
            } else {
                add(
                        "(c.release_date > :afterDate or c.release_date is null"
                                + " or c.release_date = :afterDate and c.case_number > :afterNumber)",
                        "afterDate",
                        place.releaseDate());
            }
        }

        @Override
        public String toString() {
            return sql.toString();
        }
    }
}
