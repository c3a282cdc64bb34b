package org.throughcare.decisions.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What processes rely on: the table's key, its outputs by name and type, how many answers it gives, what it asks. */
final class PromiseCheck {

    private final Draft draft;
    private final Draft deployed;
    private final List<Finding> findings = new ArrayList<>();

    private PromiseCheck(Draft draft, Draft deployed) {
        this.draft = draft;
        this.deployed = deployed;
    }

    static List<Finding> check(Draft draft, Draft deployed) {
        PromiseCheck check = new PromiseCheck(draft, deployed);
        check.key();
        check.answers();
        deployed.outputs().forEach(check::output);
        deployed.inputs().forEach(check::input);
        draft.inputs().forEach(check::newInput);
        return check.findings;
    }

    private void key() {
        if (!draft.decision().equals(deployed.decision())) {
            findings.add(Finding.ofTable(
                    Severity.ERROR,
                    Kind.RENAMED,
                    draft.element(),
                    "The decision is called \"" + draft.decision() + "\", but processes ask for \""
                            + deployed.decision() + "\". Give it that id again."));
        }
    }

    private void answers() {
        if (draft.hasManyAnswers() != deployed.hasManyAnswers()) {
            findings.add(Finding.ofTable(
                    Severity.ERROR,
                    Kind.HIT_POLICY,
                    draft.element(),
                    "The hit policy " + draft.hitPolicy() + " gives "
                            + (draft.hasManyAnswers() ? "a list" : "one answer")
                            + ", but the processes that use this table expect "
                            + (deployed.hasManyAnswers() ? "a list" : "one answer") + ". Set it back to "
                            + deployed.hitPolicy() + "."));
        }
    }

    private void output(Column promised) {
        Optional<Column> now = named(draft.outputs(), promised.name());
        if (now.isEmpty()) {
            findings.add(Finding.ofTable(
                    Severity.ERROR,
                    Kind.RENAMED,
                    draft.element(),
                    "The output \"" + promised.name()
                            + "\" is missing, and processes read it by this name. Add it again"
                            + " or give it its name back."));
            return;
        }
        Column column = now.get();
        if (!column.type().equals(promised.type())) {
            findings.add(Finding.ofColumn(
                    Severity.ERROR,
                    Kind.TYPE,
                    column,
                    "now holds " + kind(column) + ", but processes expect " + kind(promised) + ". Set the type back."));
        }
        vocabulary(column, promised, "no process or report knows it yet. Make sure that somebody acts on it.");
    }

    private void input(Column before) {
        named(draft.inputs(), before.name())
                .ifPresent(now -> vocabulary(now, before, "no form and no process gives it yet."));
    }

    private void newInput(Column column) {
        if (named(deployed.inputs(), column.name()).isEmpty()) {
            findings.add(Finding.ofColumn(
                    Severity.WARNING,
                    Kind.UNKNOWN_NAME,
                    column,
                    "asks for \"" + column.name() + "\", which this table has not asked for so far. If no form asks it,"
                            + " it is never known."));
        }
    }

    private void vocabulary(Column now, Column before, String why) {
        List<Object> known = Literals.listed(before);
        if (!known.isEmpty() && now.values().isEmpty()) {
            findings.add(Finding.ofColumn(
                    Severity.WARNING,
                    Kind.VOCABULARY,
                    now,
                    "has lost its list of values, so a misspelt word is not noticed. Put the list back."));
        }
        Literals.listed(now).stream()
                .filter(value -> !known.isEmpty() && !known.contains(value))
                .forEach(value -> findings.add(Finding.ofColumn(
                        Severity.WARNING,
                        Kind.VOCABULARY,
                        now,
                        "has the new value " + Literals.inWords(value) + ": " + why)));
    }

    private static Optional<Column> named(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static String kind(Column column) {
        return column.type().isEmpty() ? "anything" : column.type();
    }
}
