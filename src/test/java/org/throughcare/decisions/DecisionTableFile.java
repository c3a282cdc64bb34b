package org.throughcare.decisions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/**
 * One decision table of the folder {@code dmn}, read as an analyst reads it and run as the engine runs it.
 *
 * <p>The engine is the plain Camunda DMN engine: no database, no Spring, so that a table is proved in milliseconds.
 */
final class DecisionTableFile {

    /** One input column; {@code type} is empty for a list. */
    record Column(String name, String type, List<String> allowed) {}

    /** One line of the table: its annotation, its cells by input name and what they lead to by output name. */
    record Rule(String id, String annotation, Map<String, String> cells, Map<String, String> answers) {}

    /** What the engine answered: the rules that fired and their outputs, in the same order. */
    record Answer(List<String> firedRules, List<Map<String, Object>> outputs) {}

    private static final Path FOLDER = Path.of("dmn");
    private static final ThreadLocal<List<String>> FIRED = ThreadLocal.withInitial(ArrayList::new);
    private static final DefaultDmnEngineConfiguration CONFIGURATION = configuration();
    private static final DmnEngine ENGINE = CONFIGURATION.buildEngine();
    private static final List<DecisionTableFile> ALL = read();

    private final String id;
    private final String xml;
    private final Decision decision;
    private final HitPolicy hitPolicy;
    private final List<Column> inputs;
    private final List<Column> outputs;
    private final List<Rule> rules;
    private final DmnDecision executable;

    private DecisionTableFile(Path file) {
        id = file.getFileName().toString().replace(".dmn", "");
        xml = read(file);
        decision = Dmn.readModelFromStream(stream()).getModelElementById(id);
        var table = (DecisionTable) decision.getExpression();
        hitPolicy = table.getHitPolicy();
        inputs = table.getInputs().stream().map(DecisionTableFile::column).toList();
        outputs = table.getOutputs().stream().map(DecisionTableFile::column).toList();
        rules = table.getRules().stream().map(this::rule).toList();
        executable = ENGINE.parseDecision(id, stream());
    }

    static List<DecisionTableFile> all() {
        return ALL;
    }

    static DecisionTableFile named(String id) {
        return ALL.stream().filter(table -> table.id.equals(id)).findFirst().orElseThrow();
    }

    static FeelEngine feel() {
        return CONFIGURATION.getFeelEngine();
    }

    String id() {
        return id;
    }

    String xml() {
        return xml;
    }

    Decision decision() {
        return decision;
    }

    HitPolicy hitPolicy() {
        return hitPolicy;
    }

    List<Column> inputs() {
        return inputs;
    }

    List<Column> outputs() {
        return outputs;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Asks the engine; a missing fact may be absent from {@code facts} or null. */
    Answer evaluate(Map<String, Object> facts) {
        FIRED.get().clear();
        var result = ENGINE.evaluateDecisionTable(executable, Variables.fromMap(facts));
        return new Answer(List.copyOf(FIRED.get()), result.getResultList());
    }

    @Override
    public String toString() {
        return id;
    }

    private static DefaultDmnEngineConfiguration configuration() {
        var configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(FIRED.get()::add));
        return configuration;
    }

    private Rule rule(org.camunda.bpm.model.dmn.instance.Rule line) {
        var annotation = line.getDescription();
        return new Rule(
                line.getId(),
                annotation == null ? "" : annotation.getTextContent(),
                byName(inputs, line.getInputEntries().stream().map(InputEntry::getText)),
                byName(outputs, line.getOutputEntries().stream().map(OutputEntry::getText)));
    }

    private static Map<String, String> byName(List<Column> columns, Stream<Text> entries) {
        var texts = entries.map(Text::getTextContent).toList();
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i).name(), texts.get(i));
        }
        return cells;
    }

    private static Column column(Input input) {
        var expression = input.getInputExpression();
        return new Column(
                expression.getText().getTextContent(), orEmpty(expression.getTypeRef()), words(input.getInputValues()));
    }

    private static Column column(Output output) {
        return new Column(output.getName(), orEmpty(output.getTypeRef()), words(output.getOutputValues()));
    }

    private static List<String> words(UnaryTests values) {
        if (values == null) {
            return List.of();
        }
        return Arrays.stream(values.getText().getTextContent().split(","))
                .map(value -> value.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<DecisionTableFile> read() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(DecisionTableFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The decision tables are expected in " + FOLDER.toAbsolutePath(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteArrayInputStream stream() {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
