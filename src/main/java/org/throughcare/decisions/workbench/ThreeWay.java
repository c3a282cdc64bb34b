package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;

/**
 * What a new release of the product brings for a table that people changed: cell by cell what both began from, what people
 * made of it, and what the release says.
 */
@Component
class ThreeWay {

    private final TableVersions tables;
    private final PackagedTables packaged;

    ThreeWay(TableVersions tables, PackagedTables packaged) {
        this.tables = tables;
        this.packaged = packaged;
    }

    /**
     * A cell in which the release differs from what both began from.
     *
     * @param rule the rule's id
     * @param row its number in the release's table; null when it has none there
     * @param base what both began from; null when there was no such cell
     * @param current what decides now
     * @param packaged what the release says
     * @param conflict people changed it too, and otherwise
     */
    record Cell(
            String rule, Integer row, String column, String base, String current, String packaged, boolean conflict) {}

    /** Whether something waits, and what. */
    record Compared(boolean waits, List<Cell> cells) {}

    Compared of(Version live) {
        Optional<String> waiting = packaged.waiting(live);
        if (waiting.isEmpty()) {
            return new Compared(false, List.of());
        }
        TableText release = TableText.of(waiting.get());
        TableText current = TableText.of(tables.text(live));
        TableText base = packaged.base(live.decision()).map(TableText::of).orElse(current);
        return new Compared(true, compare(base, current, release));
    }

    static List<Cell> compare(TableText base, TableText current, TableText release) {
        Map<String, Map<String, String>> was = rules(base);
        Map<String, Map<String, String>> is = rules(current);
        Map<String, Map<String, String>> says = rules(release);
        Map<String, Integer> rows = new LinkedHashMap<>();
        release.rules().forEach(rule -> rows.put(rule.id(), rule.number()));
        Set<String> all = new LinkedHashSet<>(says.keySet());
        all.addAll(was.keySet());
        List<Cell> cells = new ArrayList<>();
        for (String rule : all) {
            Set<String> columns =
                    new LinkedHashSet<>(says.getOrDefault(rule, Map.of()).keySet());
            columns.addAll(was.getOrDefault(rule, Map.of()).keySet());
            for (String column : columns) {
                String before = cell(was, rule, column);
                String now = cell(is, rule, column);
                String then = cell(says, rule, column);
                if (!Objects.equals(before, then) && !Objects.equals(now, then)) {
                    boolean conflict = !Objects.equals(before, now);
                    cells.add(new Cell(rule, rows.get(rule), column, before, now, then, conflict));
                }
            }
        }
        return cells;
    }

    private static String cell(Map<String, Map<String, String>> rules, String rule, String column) {
        return rules.getOrDefault(rule, Map.of()).get(column);
    }

    private static Map<String, Map<String, String>> rules(TableText table) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        table.rules().forEach(rule -> rules.put(rule.id(), Differences.said(table, rule)));
        return rules;
    }
}
