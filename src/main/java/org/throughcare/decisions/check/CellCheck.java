package org.throughcare.decisions.check;

import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.throughcare.decisions.feel.FeelText;

/** Each cell on its own: that it is FEEL, names what exists, and says values that its column may have. */
final class CellCheck {

    private static final String NOT_PUT_IN_QUOTES =
            "there is nothing named %1$s. If it is a word and no name, put it in quotes: \"%1$s\".";

    private static final Set<HitPolicy> UNSUPPORTED = Set.of(HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER);

    private final Draft draft;
    private final List<Finding> findings = new ArrayList<>();

    private CellCheck(Draft draft) {
        this.draft = draft;
    }

    static List<Finding> check(Draft draft) {
        CellCheck check = new CellCheck(draft);
        check.hitPolicy();
        draft.inputs().forEach(check::inputColumn);
        draft.outputs().forEach(check::values);
        draft.rules().forEach(check::line);
        return check.findings;
    }

    private void hitPolicy() {
        if (UNSUPPORTED.contains(draft.hitPolicy())) {
            findings.add(Finding.ofTable(
                    Severity.ERROR,
                    Kind.HIT_POLICY,
                    draft.element(),
                    "The engine does not know the hit policy " + draft.hitPolicy()
                            + ". Use UNIQUE, FIRST, RULE ORDER or" + " COLLECT."));
        }
        boolean oneNumber =
                draft.outputs().size() == 1 && draft.outputs().get(0).isNumber();
        if (draft.aggregates() && !oneNumber) {
            findings.add(
                    Finding.ofTable(
                            Severity.ERROR,
                            Kind.HIT_POLICY,
                            draft.element(),
                            "Only one output that is a number can be added up or counted. Use COLLECT without an aggregation."));
        }
    }

    private void inputColumn(Column column) {
        FeelText asked = FeelText.expression(column.name());
        if (!column.name().matches("[A-Za-z][A-Za-z0-9]*") || asked.names().size() != 1) {
            findings.add(Finding.ofColumn(
                    Severity.ERROR,
                    Kind.UNKNOWN_NAME,
                    column,
                    "asks \"" + column.name() + "\". A column asks for one fact by its name, such as daysToRelease."));
        }
        values(column);
    }

    private void values(Column column) {
        if (column.values().isEmpty()) {
            return;
        }
        FeelText list = FeelText.test(column.values());
        list.problem()
                .ifPresent(problem -> findings.add(Finding.ofColumn(
                        Severity.ERROR,
                        list.refused() ? Kind.FORBIDDEN : Kind.SYNTAX,
                        column,
                        "has a list of values that cannot be used: it " + problem + ".")));
        Set<Object> seen = new HashSet<>();
        Literals.in(list).stream()
                .filter(value -> !seen.add(value))
                .distinct()
                .forEach(value -> findings.add(Finding.ofColumn(
                        Severity.WARNING,
                        Kind.VOCABULARY,
                        column,
                        "lists " + Literals.inWords(value) + " twice. Remove one.")));
    }

    private void line(Line line) {
        if (line.annotation().isEmpty()) {
            findings.add(new Finding(
                    Severity.ERROR,
                    Kind.ANNOTATION,
                    line.id(),
                    List.of(line.id()),
                    line.number(),
                    0,
                    "Rule " + line.number()
                            + " does not say where it comes from. Write its source into the annotation.",
                    Map.of()));
        }
        for (int i = 0; i < draft.inputs().size(); i++) {
            input(line, draft.inputs().get(i), line.inputs().get(i));
        }
        for (int i = 0; i < draft.outputs().size(); i++) {
            output(line, draft.outputs().get(i), line.outputs().get(i));
        }
    }

    private void input(Line line, Column column, Cell cell) {
        if (cell.isAny()) {
            return;
        }
        FeelText text = FeelText.test(cell.text());
        if (unreadable(text, line, column, cell)) {
            return;
        }
        for (String name : text.names()) {
            if (!draft.inputNames().contains(name)) {
                add(Severity.ERROR, Kind.UNKNOWN_NAME, line, column, cell, NOT_PUT_IN_QUOTES.formatted(name));
            }
        }
        if (text.text().matches("not\\(\\s*(true|false)\\s*\\)")) {
            add(
                    Severity.ERROR,
                    Kind.TYPE,
                    line,
                    column,
                    cell,
                    text.text() + " does not mean what it seems to: write "
                            + "true or false itself, with null for \"not" + " known\".");
        }
        literals(text, line, column, cell);
    }

    private void output(Line line, Column column, Cell cell) {
        if (cell.text().isBlank()) {
            noAnswer(line, column, cell);
            return;
        }
        FeelText text = FeelText.expression(cell.text());
        if (unreadable(text, line, column, cell)) {
            return;
        }
        for (String name : text.names()) {
            if (!draft.inputNames().contains(name)) {
                add(Severity.ERROR, Kind.UNKNOWN_NAME, line, column, cell, NOT_PUT_IN_QUOTES.formatted(name));
            }
        }
        if (Literals.value(text.tree()).isPresent()) {
            literals(text, line, column, cell);
        }
    }

    /** In a list of answers one of them may say nothing, such as a provider without a limit. */
    private void noAnswer(Line line, Column column, Cell cell) {
        if (!draft.hasManyAnswers() || !column.values().isEmpty()) {
            add(
                    Severity.ERROR,
                    Kind.TYPE,
                    line,
                    column,
                    cell,
                    "there is no answer. Write one, or null if there is none on purpose.");
        }
    }

    private boolean unreadable(FeelText text, Line line, Column column, Cell cell) {
        text.problem()
                .ifPresent(problem -> add(
                        Severity.ERROR,
                        text.refused() ? Kind.FORBIDDEN : Kind.SYNTAX,
                        line,
                        column,
                        cell,
                        "the cell " + (text.refused() ? "is refused because it " : "") + problem
                                + (text.refused()
                                        ? ". A cell compares a fact with values, nothing more."
                                        : ". Words stand in quotes, numbers do not, values are separated by commas.")));
        return text.problem().isPresent();
    }

    private void literals(FeelText text, Line line, Column column, Cell cell) {
        List<Object> listed = Literals.listed(column);
        for (Object value : Literals.in(text)) {
            if (!fits(value, column.type())) {
                add(
                        Severity.ERROR,
                        Kind.TYPE,
                        line,
                        column,
                        cell,
                        Literals.inWords(value) + " is no " + column.type() + ", which this column holds.");
            } else if (!listed.isEmpty() && text.parts(FunctionInvocation.class).isEmpty() && !listed.contains(value)) {
                add(
                        Severity.ERROR,
                        Kind.VOCABULARY,
                        line,
                        column,
                        cell,
                        Literals.inWords(value) + " is not on the column's list of values. Choose one of the list, or"
                                + " add it there.");
            }
        }
    }

    private static boolean fits(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer", "long" -> value instanceof Number number && isWhole(number);
            case "double", "number" -> value instanceof Number;
            case "date" -> value instanceof LocalDate;
            case "duration", "dayTimeDuration", "yearMonthDuration" -> value instanceof TemporalAmount;
            default -> true;
        };
    }

    private static boolean isWhole(Number number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }

    private void add(Severity severity, Kind kind, Line line, Column column, Cell cell, String message) {
        findings.add(Finding.ofCell(severity, kind, line, column, cell, message));
    }
}
