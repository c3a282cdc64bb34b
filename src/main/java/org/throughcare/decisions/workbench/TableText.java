package org.throughcare.decisions.workbench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;

/**
 * A decision table as people read it.
 *
 * @param decision its id
 * @param description what it decides
 * @param hitPolicy as DMN names it, such as UNIQUE
 */
record TableText(
        String decision,
        String name,
        String description,
        String hitPolicy,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rules) {

    /**
     * An input or output.
     *
     * @param name the input's expression, or the output's name
     * @param type string, boolean, number, date, or any for lists and the like
     * @param values what is allowed; empty when anything is
     */
    record Column(String id, String name, String label, String type, List<String> values) {}

    /**
     * A rule.
     *
     * @param cells the FEEL text of each input and output, by column id
     * @param annotation where the rule comes from
     */
    record Row(String id, int number, Map<String, String> cells, String annotation) {}

    /** What the column with that number is called; inputs first, then outputs, from 1. */
    String column(int number) {
        return number <= inputs.size()
                ? inputs.get(number - 1).label()
                : outputs.get(number - 1 - inputs.size()).label();
    }

    /** What people call the column with that name; the name itself when there is none. */
    String labelOf(String name) {
        return Stream.concat(inputs.stream(), outputs.stream())
                .filter(column -> column.name().equals(name))
                .map(Column::label)
                .findFirst()
                .orElse(name);
    }

    /** @throws UnreadableTableException when it is not one decision table in DMN */
    static TableText of(String dmn) {
        try {
            DmnModelInstance model =
                    Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
            if (decisions.size() != 1
                    || !(decisions.iterator().next().getExpression() instanceof DecisionTable table)) {
                throw new UnreadableTableException("The file must hold one decision, and it must be a decision table.");
            }
            return of(decisions.iterator().next(), table);
        } catch (ModelException e) {
            throw new UnreadableTableException("This is not a decision table in DMN 1.1 to 1.3.");
        }
    }

    private static TableText of(Decision decision, DecisionTable table) {
        List<Column> inputs = table.getInputs().stream().map(TableText::column).toList();
        List<Column> outputs =
                table.getOutputs().stream().map(TableText::column).toList();
        List<Row> rules = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rules.add(row(rule, rules.size() + 1, inputs, outputs));
        }
        return new TableText(
                decision.getId(),
                Optional.ofNullable(decision.getName()).orElse(decision.getId()),
                description(decision),
                table.getHitPolicy().name(),
                inputs,
                outputs,
                List.copyOf(rules));
    }

    private static Row row(Rule rule, int number, List<Column> inputs, List<Column> outputs) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<InputEntry> asked = List.copyOf(rule.getInputEntries());
        List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
        if (asked.size() != inputs.size() || said.size() != outputs.size()) {
            throw new UnreadableTableException(
                    "Rule " + number + " has more or fewer cells than the table has columns.");
        }
        for (int column = 0; column < inputs.size(); column++) {
            cells.put(inputs.get(column).id(), text(asked.get(column).getText()));
        }
        for (int column = 0; column < outputs.size(); column++) {
            cells.put(outputs.get(column).id(), text(said.get(column).getText()));
        }
        return new Row(rule.getId(), number, cells, description(rule));
    }

    private static Column column(Input input) {
        String name = input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
        String type = input.getInputExpression() == null
                ? null
                : input.getInputExpression().getTypeRef();
        return new Column(
                input.getId(), name, label(input.getLabel(), name), type(type), values(input.getInputValues()));
    }

    private static Column column(Output output) {
        return new Column(
                output.getId(),
                Optional.ofNullable(output.getName()).orElse(""),
                label(output.getLabel(), output.getName()),
                type(output.getTypeRef()),
                values(output.getOutputValues()));
    }

    private static String label(String label, String name) {
        return label == null || label.isBlank() ? Optional.ofNullable(name).orElse("") : label;
    }

    private static String type(String type) {
        return switch (type == null ? "" : type) {
            case "string", "boolean", "date" -> type;
            case "integer", "long", "double", "number" -> "number";
            default -> "any";
        };
    }

    private static List<String> values(UnaryTests allowed) {
        return allowed == null || text(allowed.getText()).isEmpty()
                ? List.of()
                : Arrays.stream(text(allowed.getText()).split(","))
                        .map(value -> value.strip().replaceAll("^\"|\"$", ""))
                        .toList();
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
