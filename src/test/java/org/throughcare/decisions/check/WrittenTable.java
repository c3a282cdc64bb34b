package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A decision table as an analyst writes it: {@code unique("t").asks("days", "double").answers("track", "string")…}. */
final class WrittenTable {

    private final String id;
    private final String hitPolicy;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    private WrittenTable(String id, String hitPolicy) {
        this.id = id;
        this.hitPolicy = hitPolicy;
    }

    static WrittenTable unique(String id) {
        return new WrittenTable(id, "UNIQUE");
    }

    static WrittenTable with(String hitPolicy) {
        return new WrittenTable("table", hitPolicy);
    }

    WrittenTable asks(String name, String type, String... values) {
        inputs.add(
                "<input id=\"Input_%1$s\" label=\"%1$s\"><inputExpression id=\"Expression_%1$s\"%2$s><text>%1$s</text></inputExpression>%3$s</input>"
                        .formatted(name, type(type), values("inputValues", values)));
        return this;
    }

    WrittenTable answers(String name, String type, String... values) {
        outputs.add("<output id=\"Output_%1$s\" label=\"%1$s\" name=\"%1$s\"%2$s>%3$s</output>"
                .formatted(name, type(type), values("outputValues", values)));
        return this;
    }

    /** A rule with its source; the cells of the inputs, then of the outputs. */
    WrittenTable rule(String... cells) {
        return sourced("000: for this test", cells);
    }

    WrittenTable sourced(String source, String... cells) {
        int number = rules.size() + 1;
        StringBuilder line =
                new StringBuilder("<rule id=\"Rule_%d\"><description>%s</description>".formatted(number, source));
        for (int i = 0; i < cells.length; i++) {
            String kind = i < inputs.size() ? "inputEntry" : "outputEntry";
            line.append("<%1$s id=\"Cell_%2$d_%3$d\"><text>%4$s</text></%1$s>"
                    .formatted(kind, number, i + 1, escaped(cells[i])));
        }
        rules.add(line.append("</rule>").toString());
        return this;
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="definitions" namespace="n">
                <decision id="%1$s" name="%1$s" camunda:historyTimeToLive="P3650D">
                <decisionTable id="DecisionTable" hitPolicy="%2$s">%3$s%4$s%5$s</decisionTable></decision></definitions>
                """
                .formatted(id, hitPolicy, String.join("", inputs), String.join("", outputs), String.join("", rules))
                .strip();
    }

    private static String type(String type) {
        return type.isEmpty() ? "" : " typeRef=\"" + type + "\"";
    }

    private static String values(String element, String... values) {
        if (values.length == 0) {
            return "";
        }
        String listed = Arrays.stream(values).map(value -> '"' + value + '"').collect(Collectors.joining(","));
        return "<%1$s id=\"Values_%2$d\"><text>%3$s</text></%1$s>"
                .formatted(element, System.identityHashCode(values), listed);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
