package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a proposal makes of the golden cases, in words: a case is the same when it has the same name. */
@Component
class GoldenCaseChanges {

    private final GoldenCases golden;

    GoldenCaseChanges(GoldenCases golden) {
        this.golden = golden;
    }

    /** A line for each case that it adds, changes or drops; empty when the cases stay, or came to the table already. */
    List<String> of(Proposal proposal) {
        if (proposal.goldenCases() == null || !proposal.state().isOpen()) {
            return List.of();
        }
        TableText table = TableText.of(proposal.dmn());
        GoldenCaseFile file = new GoldenCaseFile(table);
        try {
            return changes(
                    byName(file.read(golden.of(proposal.decision()).csv())),
                    byName(file.read(proposal.goldenCases())),
                    table);
        } catch (WrongGoldenCaseException e) {
            return List.of("The golden cases change together with the columns of the table.");
        }
    }

    private static Map<String, GoldenCase> byName(List<GoldenCase> cases) {
        Map<String, GoldenCase> byName = new LinkedHashMap<>();
        cases.forEach(golden -> byName.put(golden.name(), golden));
        return byName;
    }

    private static List<String> changes(
            Map<String, GoldenCase> before, Map<String, GoldenCase> after, TableText table) {
        List<String> lines = new ArrayList<>();
        after.forEach((name, golden) -> {
            if (!before.containsKey(name)) {
                lines.add("New golden case: " + name + ": " + words(golden, table));
            } else if (!before.get(name).equals(golden)) {
                lines.add("Golden case changed: " + name + ": " + words(before.get(name), golden, table));
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> lines.add("Golden case dropped: " + name));
        return lines;
    }

    private static String words(GoldenCase before, GoldenCase after, TableText table) {
        return before.outputs().equals(after.outputs())
                ? "asked otherwise, " + words(after, table) + " as before"
                : words(before, table) + " → " + words(after, table);
    }

    private static String words(GoldenCase golden, TableText table) {
        return golden.outputs().isEmpty()
                ? "no result"
                : golden.outputs().stream().map(row -> words(row, table)).collect(Collectors.joining("; "));
    }

    private static String words(Map<String, Object> row, TableText table) {
        return row.entrySet().stream()
                .map(output -> table.labelOf(output.getKey()) + " "
                        + (output.getValue() == null ? "nothing" : output.getValue()))
                .collect(Collectors.joining(", "));
    }
}
