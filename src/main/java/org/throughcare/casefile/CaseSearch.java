package org.throughcare.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases and what belongs to them, page by page. Restricted cases that are hidden from the reader are left out. */
@Component
class CaseSearch {

    private static final String ORDER =
            """
             order by case when release_date is null then 1 else 0 end, release_date, case_number
             limit :limit offset :offset""";

    private final JdbcClient jdbc;
    private final Json json;

    CaseSearch(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Cases of those sites whose case number, prison number or name holds the words; unknown release dates last. */
    List<CaseFile> byWords(List<String> sites, Set<String> hidden, String words, int offset, int limit) {
        return find(
                "(lower(case_number) like :words escape '!' or lower(prison_number) like :words escape '!'"
                        + " or lower(woman_name) like :words escape '!')",
                sites,
                hidden,
                words,
                offset,
                limit);
    }

    /** Cases of those sites whose case number holds the words: for readers who may not learn whose case it is. */
    List<CaseFile> byCaseNumber(List<String> sites, Set<String> hidden, String words, int offset, int limit) {
        return find("lower(case_number) like :words escape '!'", sites, hidden, words, offset, limit);
    }

    private List<CaseFile> find(
            String condition, List<String> sites, Set<String> hidden, String words, int offset, int limit) {
        String escaped = words.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return jdbc.sql("select * from case_file where site in (:sites) and case_number not in (:hidden) and "
                        + condition + ORDER)
                .param("sites", sites)
                .param("hidden", hidden.isEmpty() ? Set.of("") : hidden)
                .param("words", "%" + escaped + "%")
                .param("limit", limit)
                .param("offset", offset)
                .query(CaseFiles::row)
                .list();
    }

    /** Flags that are not closed, by case number. */
    Map<String, List<Flag>> openFlags(List<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from urgent_flag where case_number in (:numbers) and status <> 'closed' order by id")
                .param("numbers", caseNumbers)
                .query(UrgentFlags::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Flag::caseNumber));
    }

    /** Lines of the journal of that case, newest first. */
    List<JournalEntry> journal(String caseNumber, int offset, int limit) {
        return jdbc.sql(
                        "select * from journal_entry where case_number = :number order by id desc limit :limit offset :offset")
                .param("number", caseNumber)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new JournalEntry(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getString("kind"),
                        row.getString("summary"),
                        json.readMap(row.getString("details")),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }
}
