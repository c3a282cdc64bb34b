package org.throughcare.decisions.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.BusinessKnowledgeModel;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Import;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads one decision table from its file, and refuses what no table of this product may be. */
final class DraftReader {

    /** In characters; the largest table here has about 300,000. */
    private static final int SIZE = 2_000_000;

    private static final int RULES = 1_000;
    private static final int COLUMNS = 60;

    private static final Set<String> FEEL = Set.of(
            "feel",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "http://www.omg.org/spec/FEEL/20140401");

    private DraftReader() {}

    /** @throws UnreadableTableException with what is wrong */
    static Draft read(DmnModelInstance model) {
        refuseOtherLanguages(model);
        Decision decision = onlyDecision(model);
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw new UnreadableTableException(
                    Kind.FORBIDDEN,
                    decision.getId(),
                    "The decision \"" + decision.getId() + "\" is no decision table. Only tables can be looked at and"
                            + " proved: write it as one.");
        }
        if (decision.getCamundaHistoryTimeToLiveString() == null) {
            throw unreadable(
                    "The decision does not say how long its history is kept. Give it a history time to live, such"
                            + " as P3650D.");
        }
        return draft(decision, table);
    }

    /** @throws UnreadableTableException if it is no DMN, or none that is safe to read */
    static DmnModelInstance model(String dmn) {
        if (dmn.length() > SIZE) {
            throw unreadable("The file is longer than " + SIZE + " characters. Split the table.");
        }
        if (dmn.contains("<!") && (dmn.contains("<!DOCTYPE") || dmn.contains("<!ENTITY"))) {
            throw new UnreadableTableException(
                    Kind.FORBIDDEN,
                    "",
                    "The file declares a document type or entities. A table needs none: remove them.");
        }
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelException e) {
            throw unreadable("The file is no DMN: " + cause(e) + ".");
        }
    }

    private static UnreadableTableException unreadable(String message) {
        return new UnreadableTableException(Kind.UNREADABLE, "", message);
    }

    private static String cause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("[.\\s]+$", "");
    }

    private static void refuseOtherLanguages(DmnModelInstance model) {
        List<Finding> findings = new ArrayList<>();
        note(findings, model.getDefinitions(), model.getDefinitions().getExpressionLanguage());
        for (LiteralExpression text : model.getModelElementsByType(LiteralExpression.class)) {
            note(findings, text, text.getExpressionLanguage());
        }
        for (UnaryTests text : model.getModelElementsByType(UnaryTests.class)) {
            note(findings, text, text.getExpressionLanguage());
        }
        if (!findings.isEmpty()) {
            throw new UnreadableTableException(findings);
        }
    }

    private static void note(List<Finding> findings, ModelElementInstance element, String language) {
        if (language != null && !FEEL.contains(language)) {
            String id = Optional.ofNullable(element.getAttributeValue("id")).orElse("");
            String why = " is written in the language " + language + ". Tables speak FEEL only: other languages"
                    + " can run anything. Write it in FEEL and remove the attribute expressionLanguage.";
            findings.add(
                    element.getParentElement() instanceof Rule rule
                            ? ofCell(rule, element, id, why)
                            : Finding.ofTable(Severity.ERROR, Kind.FORBIDDEN, id, "\"" + id + "\"" + why));
        }
    }

    private static Finding ofCell(Rule rule, ModelElementInstance cell, String id, String why) {
        List<ModelElementInstance> cells = new ArrayList<>(rule.getInputEntries());
        cells.addAll(rule.getOutputEntries());
        int row = List.copyOf(((DecisionTable) rule.getParentElement()).getRules())
                        .indexOf(rule)
                + 1;
        int column = cells.indexOf(cell) + 1;
        return new Finding(
                Severity.ERROR,
                Kind.FORBIDDEN,
                id,
                List.of(rule.getId()),
                row,
                column,
                "Rule " + row + ", column " + column + ": the cell" + why,
                Map.of());
    }

    private static Decision onlyDecision(DmnModelInstance model) {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            throw unreadable("The file has " + decisions.size() + " decisions. Each table is a file of its own.");
        }
        Decision decision = decisions.iterator().next();
        if (!model.getModelElementsByType(BusinessKnowledgeModel.class).isEmpty()
                || !model.getModelElementsByType(Import.class).isEmpty()
                || !decision.getInformationRequirements().isEmpty()) {
            throw new UnreadableTableException(
                    Kind.FORBIDDEN,
                    decision.getId(),
                    "The file asks for other decisions, functions or files. A table decides alone, by the facts in its"
                            + " columns: remove what it requires.");
        }
        return decision;
    }

    private static Draft draft(Decision decision, DecisionTable table) {
        List<Column> inputs = new ArrayList<>();
        table.getInputs().forEach(input -> inputs.add(column(input, inputs.size() + 1)));
        List<Column> outputs = new ArrayList<>();
        table.getOutputs().forEach(output -> outputs.add(column(output, inputs.size() + outputs.size() + 1)));
        List<Line> rules = new ArrayList<>();
        table.getRules().forEach(rule -> rules.add(line(rule, rules.size() + 1)));
        if (rules.size() > RULES || inputs.size() + outputs.size() > COLUMNS) {
            throw unreadable("The table has more than " + RULES + " rules or " + COLUMNS + " columns. Split it.");
        }
        for (Line line : rules) {
            if (line.inputs().size() != inputs.size() || line.outputs().size() != outputs.size()) {
                throw unreadable("Rule " + line.number() + " has not one cell for each column.");
            }
        }
        return new Draft(
                decision.getId(),
                table.getId(),
                table.getHitPolicy(),
                table.getAggregation() != null,
                List.copyOf(inputs),
                List.copyOf(outputs),
                List.copyOf(rules));
    }

    private static Column column(Input input, int number) {
        String name = text(
                input.getInputExpression() == null
                        ? null
                        : input.getInputExpression().getText());
        String type = input.getInputExpression() == null
                ? ""
                : orEmpty(input.getInputExpression().getTypeRef());
        return new Column(
                orEmpty(input.getId()),
                number,
                label(input.getLabel(), name),
                name,
                type,
                text(input.getInputValues()));
    }

    private static Column column(Output output, int number) {
        String name = orEmpty(output.getName());
        return new Column(
                orEmpty(output.getId()),
                number,
                label(output.getLabel(), name),
                name,
                orEmpty(output.getTypeRef()),
                text(output.getOutputValues()));
    }

    private static Line line(Rule rule, int number) {
        String annotation =
                rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return new Line(
                orEmpty(rule.getId()),
                number,
                annotation.strip(),
                rule.getInputEntries().stream().map(DraftReader::cell).toList(),
                rule.getOutputEntries().stream().map(DraftReader::cell).toList());
    }

    private static Cell cell(InputEntry entry) {
        return new Cell(orEmpty(entry.getId()), text(entry.getText()));
    }

    private static Cell cell(OutputEntry entry) {
        return new Cell(orEmpty(entry.getId()), text(entry.getText()));
    }

    private static String text(UnaryTests values) {
        return values == null ? "" : text(values.getText());
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String label(String label, String name) {
        return label == null || label.isBlank() ? name : label;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
