package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft is tried before anybody has approved it: nothing in it may run but FEEL. */
class TableTrialsTest {

    private static final String TABLE = "caseManagementStart";

    private final TableTrials trials = new TableTrials(new FiredRules());
    private final String dmn = text();

    @TempDir
    Path folder;

    private static String text() {
        try {
            return Files.readString(Path.of("dmn", TABLE + ".dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String firstResult(String language, String cell) {
        return dmn.replaceFirst("<outputEntry ", "<outputEntry expressionLanguage=\"" + language + "\" ")
                .replaceFirst("<text>0</text>", "<text>" + cell + "</text>");
    }

    @Test
    void aResultInFeelIsTold() {
        assertThat(trials.of(TABLE, firstResult("feel", "1 + 1"))
                        .ask(Map.of("track", "remand"))
                        .only()
                        .get("leadMonths"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "http://www.w3.org/1999/XPath"})
    void nothingInAnotherLanguageIsRead(String language) {
        assertThatThrownBy(
                        () -> trials.of(TABLE, firstResult(language, "1 + 1")).ask(Map.of("track", "remand")))
                .isInstanceOf(TrialFailedException.class);
    }

    @Test
    void aCellThatWouldRunCodeRunsNothing() {
        Path proof = folder.resolve("ran");
        String code = "\\${''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + proof
                + "').createNewFile()}";

        assertThatThrownBy(() -> trials.of(TABLE, firstResult("juel", code)).ask(Map.of("track", "remand")))
                .isInstanceOf(TrialFailedException.class);

        assertThat(proof).doesNotExist();
    }

    @Test
    void aCellThatIsNotFeelFailsByItself() {
        assertThatThrownBy(() -> trials.of(TABLE, firstResult("feel", "for x in 1..9 return x"))
                        .ask(Map.of("track", "remand")))
                .isInstanceOf(TrialFailedException.class);
    }
}
