package org.throughcare.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.throughcare.sealing.SearchHashes;

/**
 * The keyed hashes by which a case is found although the record is sealed: the beginnings of her prison number, her date
 * of birth, and how the parts of her name sound and are spelt.
 */
@Component
class SearchTerms {

    /** Fewer letters of a prison number would find half of the estate. */
    static final int SHORTEST_PRISON_NUMBER = 3;

    private static final String BEGINNING = "prisonNumberBegins";
    private static final String BORN = "born";
    private static final String SOUND = "sound";
    private static final String TRIGRAM = "trigram";

    private final JdbcTemplate jdbc;
    private final SearchHashes hashes;

    SearchTerms(JdbcTemplate jdbc, SearchHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /** Her prison number's hash, to be kept. */
    String hash(String prisonNumber) {
        return hashes.of(SearchHashes.PRISON_NUMBER, prisonNumber);
    }

    /** Her prison number's hashes, to be looked for. */
    List<String> hashes(String prisonNumber) {
        return hashes.allOf(SearchHashes.PRISON_NUMBER, prisonNumber);
    }

    /** The key that makes new hashes. */
    String key() {
        return hashes.currentKey();
    }

    /** Writes the terms of a case in place of its earlier ones. */
    void write(String caseNumber, String prisonNumber, String womanName, LocalDate dateOfBirth) {
        jdbc.update("delete from case_search_term where case_number = ?", caseNumber);
        jdbc.batchUpdate(
                "insert into case_search_term (term, case_number) values (?, ?)",
                termsOf(prisonNumber, womanName, dateOfBirth).stream()
                        .map(term -> new Object[] {term, caseNumber})
                        .toList());
    }

    Set<Long> termsOf(String prisonNumber, String womanName, LocalDate dateOfBirth) {
        Set<Long> terms = new LinkedHashSet<>();
        String number = plain(prisonNumber);
        for (int length = Math.min(SHORTEST_PRISON_NUMBER, number.length()); length <= number.length(); length++) {
            terms.add(hashes.shortOf(BEGINNING, number.substring(0, length)));
        }
        terms.add(hashes.shortOf(BORN, dateOfBirth.toString()));
        for (String part : NameParts.of(womanName)) {
            NameParts.sounds(part).forEach(sound -> terms.add(hashes.shortOf(SOUND, sound)));
            NameParts.trigrams(part).forEach(trigram -> terms.add(hashes.shortOf(TRIGRAM, trigram)));
        }
        return terms;
    }

    /** The terms of that day of birth, to be looked for. */
    List<Long> bornOn(LocalDate dateOfBirth) {
        return hashes.allShortOf(BORN, dateOfBirth.toString());
    }

    /** The terms of prison numbers that begin so, to be looked for; none when it is too short. */
    List<Long> prisonNumberBegins(String text) {
        String number = plain(text);
        return number.length() < SHORTEST_PRISON_NUMBER ? List.of() : hashes.allShortOf(BEGINNING, number);
    }

    /** The terms of how these words sound, to be looked for. */
    List<Long> sounds(Collection<String> words) {
        List<Long> terms = new ArrayList<>();
        words.forEach(word -> NameParts.sounds(word).forEach(sound -> terms.addAll(hashes.allShortOf(SOUND, sound))));
        return terms;
    }

    /** The terms of how these words are spelt, to be looked for. */
    List<Long> trigrams(Collection<String> words) {
        List<Long> terms = new ArrayList<>();
        words.forEach(
                word -> NameParts.trigrams(word).forEach(trigram -> terms.addAll(hashes.allShortOf(TRIGRAM, trigram))));
        return terms;
    }

    private static String plain(String prisonNumber) {
        return prisonNumber.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
