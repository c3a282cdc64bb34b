package org.throughcare.decisions.feel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * The models with which Kie tests its own DMN engine, those of the public DMN Technology Compatibility Kit among them: what
 * Camunda's engine can read of them it answers with {@link TableFeel} as it does with its own FEEL, errors included, but for
 * what tables may not have. The build fetches the models from Maven Central (Apache License 2.0); nothing of them is kept
 * here.
 */
class PublicModelsTest {

    /** Unpacked by the build. */
    private static final Path MODELS = Path.of("target/public-models");

    private static final int ASKED_EACH = 8;
    private static final Pattern WORD = Pattern.compile("\"([^\"<>=/]{1,40})\"");
    private static final Pattern NUMBER = Pattern.compile("(?<=[\\s>\\[(.,])\\d{1,6}(?=[\\s<\\]).,])");

    private static final DmnEngine ORIGINAL = speakingFeel().buildEngine();
    private static final DmnEngine OURS = ours();

    private static Level before;

    /** The engine logs each error that is asked for here. */
    @BeforeAll
    static void quiet() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        before = root.getLevel();
        root.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(before);
    }

    /** As the standard wants it: FEEL where a model names no language. */
    private static DefaultDmnEngineConfiguration speakingFeel() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage("feel");
        configuration.setDefaultInputEntryExpressionLanguage("feel");
        configuration.setDefaultOutputEntryExpressionLanguage("feel");
        configuration.setDefaultLiteralExpressionLanguage("feel");
        return configuration;
    }

    private static DmnEngine ours() {
        DefaultDmnEngineConfiguration configuration = speakingFeel();
        configuration.setFeelEngineFactory(new TableFeel());
        return configuration.buildEngine();
    }

    /** What came out of all of them. */
    private static final class Outcome {

        private int models;
        private int decisions;
        private int answers;
        private final List<String> differences = new ArrayList<>();

        void add(String place, String original, String ours) {
            if (original.equals(ours)) {
                answers += original.startsWith("error") ? 0 : 1;
            } else if (!ours.startsWith("error") || !ours.contains(FeelReader.REFUSED)) {
                differences.add(place + "\n  original: " + original + "\n  ours:     " + ours);
            }
        }
    }

    @Test
    void everyDecisionOfThePublicModelsIsAnsweredTheSame() throws IOException {
        Outcome outcome = new Outcome();

        for (String model : models()) {
            ask(model, outcome);
        }

        assertThat(outcome.differences).isEmpty();
        assertThat(outcome.models).isGreaterThanOrEqualTo(280);
        assertThat(outcome.decisions).isGreaterThanOrEqualTo(330);
        assertThat(outcome.answers).isGreaterThanOrEqualTo(1_000);
    }

    private static void ask(String dmn, Outcome outcome) {
        List<DmnDecision> original;
        List<DmnDecision> ours;
        try {
            original = ORIGINAL.parseDecisions(stream(dmn));
            ours = OURS.parseDecisions(stream(dmn));
        } catch (DmnEngineException | ModelException e) {
            return; // of another version of the standard, or of what this engine does not know
        }
        outcome.models++;
        outcome.decisions += original.size();
        List<Map<String, Object>> questions = questions(dmn);
        for (int decision = 0; decision < original.size(); decision++) {
            for (Map<String, Object> question : questions) {
                outcome.add(
                        original.get(decision).getKey() + " of " + question,
                        answer(ORIGINAL, original.get(decision), question),
                        answer(OURS, ours.get(decision), question));
            }
        }
    }

    /** Nothing known, and then each input at random from all words and numbers in the model, and what stands beside them. */
    private static List<Map<String, Object>> questions(String dmn) {
        List<String> names = Dmn.readModelFromStream(stream(dmn)).getModelElementsByType(InputData.class).stream()
                .map(InputData::getName)
                .toList();
        List<Object> values = values(dmn);
        Random random = new Random(dmn.length());
        List<Map<String, Object>> questions = new ArrayList<>();
        questions.add(Map.of());
        while (questions.size() < ASKED_EACH) {
            Map<String, Object> question = new HashMap<>();
            names.forEach(name -> question.put(name, values.get(random.nextInt(values.size()))));
            questions.add(question);
        }
        return questions;
    }

    private static List<Object> values(String dmn) {
        Set<Object> values = new LinkedHashSet<>(Arrays.asList(null, true, false, List.of(1, 2)));
        WORD.matcher(dmn.replaceAll("<[^>]*>", " ").replace("&quot;", "\""))
                .results()
                .map(found -> found.group(1))
                .forEach(values::add);
        NUMBER.matcher(dmn)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .forEach(number -> values.addAll(List.of(number - 1, number, number + 1)));
        return new ArrayList<>(values);
    }

    /** Compliance level 2, 0004, cases 001 to 003. */
    @ParameterizedTest
    @CsvSource({"18, Medium, Approved", "17, Medium, Declined", "18, High, Declined"})
    void aTableOfTheTckAnswersAsItExpects(int age, String risk, String expected) {
        Map<String, Object> inputs = Map.of("Age", age, "RiskCategory", risk, "isAffordable", true);

        for (DmnEngine engine : List.of(ORIGINAL, OURS)) {
            assertThat(engine.evaluateDecision(first(engine, "0004-simpletable-U"), Variables.fromMap(inputs))
                            .getSingleResult()
                            .<String>getSingleEntry())
                    .isEqualTo(expected);
        }
    }

    /** Compliance level 2, 0008, case 001: what tables may not have is refused, and said, though the engine could answer. */
    @Test
    void aPowerThatTheTckAsksForIsRefused() {
        String model = "0008-LX-arithmetic";
        Map<String, Object> loan = Map.of("loan", Map.of("principal", 600_000, "rate", 0.0375, "termMonths", 360));

        assertThat(answer(ORIGINAL, first(ORIGINAL, model), loan)).startsWith("[{payment=2778.69354943");
        assertThat(answer(OURS, first(OURS, model), loan)).contains(FeelReader.REFUSED + "has a power");
    }

    private static DmnDecision first(DmnEngine engine, String model) {
        return engine.parseDecisions(stream(read(model))).get(0);
    }

    private static String answer(DmnEngine engine, DmnDecision decision, Map<String, Object> question) {
        try {
            return String.valueOf(engine.evaluateDecision(decision, Variables.fromMap(question))
                    .getResultList());
        } catch (DmnEngineException | FeelException e) {
            return "error " + messages(e);
        } catch (ClassCastException | IllegalArgumentException e) {
            return "error " + e.getClass();
        }
    }

    private static String messages(Throwable error) {
        return error == null ? "" : error.getMessage() + " / " + messages(error.getCause());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String model) {
        return text(MODELS.resolve("org/kie/dmn/core/" + model + ".dmn"));
    }

    private static List<String> models() throws IOException {
        try (Stream<Path> files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(PublicModelsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
