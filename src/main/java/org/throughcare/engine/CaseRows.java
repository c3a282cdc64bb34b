package org.throughcare.engine;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which tables of the engine have rows that belong to a case, and how a statement reads them without the rows of some
 * cases: each of the tables is replaced by its rows of the other cases, whatever the rest of the statement asks.
 */
final class CaseRows {

    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern READING = Pattern.compile("(?is)\\s*(select|with)\\b.*");
    private static final Pattern TABLE = Pattern.compile(
            "(?<![.\\w])(act_(?:ru|hi)_\\w+)(?![.\\w])(\\s+(?:as\\s+)?(\\w+))?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ALIAS = Set.of(
            "where", "inner", "left", "right", "full", "cross", "join", "on", "order", "group", "having", "limit",
            "for", "offset", "fetch", "union", "set", "and", "or", "natural");

    /** The names of the column that leads to the process, the nearest first. */
    private static final List<String> COLUMNS = List.of("proc_inst_id_", "process_instance_id_", "root_proc_inst_id_");

    private final Map<String, String> columns;

    /** @param columns for each table with rows of cases, the column that names the process instance; in small letters */
    CaseRows(Map<String, String> columns) {
        this.columns = Map.copyOf(columns);
    }

    /** Asks the database's own catalogue, so that no table is forgotten. */
    static CaseRows of(JdbcClient jdbc) {
        Map<String, Set<String>> found = new TreeMap<>();
        jdbc.sql(
                        """
                select lower(table_name), lower(column_name) from information_schema.columns
                where table_schema = current_schema and lower(table_name) like 'act!_%' escape '!'
                  and lower(column_name) in (:columns)""")
                .param("columns", COLUMNS)
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), table -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return new CaseRows(found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> nearest(table.getValue()))));
    }

    private static String nearest(Set<String> names) {
        return COLUMNS.stream().filter(names::contains).findFirst().orElseThrow();
    }

    /** The tables that have rows of cases, in small letters. */
    Set<String> tables() {
        return columns.keySet();
    }

    /** The statement, when it reads, without the rows of these cases. */
    String without(Collection<String> cases, String statement) {
        if (cases.isEmpty() || !READING.matcher(statement).matches()) {
            return statement;
        }
        String numbers = cases.stream().sorted().map(CaseRows::quoted).collect(Collectors.joining(", "));
        return TABLE.matcher(statement).replaceAll(reference -> Matcher.quoteReplacement(read(reference, numbers)));
    }

    private String read(MatchResult reference, String numbers) {
        String table = reference.group(1);
        String column = columns.get(table.toLowerCase(Locale.ROOT));
        if (column == null) {
            return reference.group();
        }
        String next = reference.group(3);
        boolean named = next != null && !NO_ALIAS.contains(next.toLowerCase(Locale.ROOT));
        String behind = Optional.ofNullable(reference.group(2)).orElse("");
        return "(select * from " + table + " OWN_ROW where not exists (select 1 from ACT_HI_PROCINST RESTRICTED"
                + " where RESTRICTED.PROC_INST_ID_ = OWN_ROW." + column + " and RESTRICTED.BUSINESS_KEY_ in (" + numbers
                + "))) " + (named ? "" : table) + behind;
    }

    private static String quoted(String number) {
        if (!CASE_NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("This is not a case number: " + number);
        }
        return "'" + number + "'";
    }
}
