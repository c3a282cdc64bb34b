package org.throughcare.decisions.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.throughcare.decisions.check.WrittenTable.unique;
import static org.throughcare.decisions.check.WrittenTable.with;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst is told while she writes. */
class TableCheckTest {

    private static final String SOUND = leadTime()
            .rule("true", "< 42", "3")
            .rule("true", ">= 42, null", "6")
            .rule("false, null", "", "4")
            .xml();

    @Test
    void nothingIsFoundInASoundTable() {
        CheckReport report = TableCheck.check(SOUND, Optional.of(SOUND));
        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.proved()).isTrue();
    }

    @Test
    void aGapIsShownInWordsAndAsAnExample() {
        String dmn = leadTime()
                .rule("true", "< 42", "3")
                .rule("true", "(42..183]", "5")
                .rule("false, null", "", "4")
                .xml();
        assertThat(errors(dmn)).extracting(Finding::kind).containsOnly(Kind.GAP);
        assertThat(errors(dmn)).singleElement().satisfies(gap -> {
            assertThat(gap.message())
                    .isEqualTo(
                            "No rule fires when \"farFromHome\" is true, and \"daysToRelease\" is 42 or above 183 or not"
                                    + " known. Add a rule, or widen one.");
            assertThat(gap.example()).containsExactly(entry("farFromHome", true), entry("daysToRelease", 42));
        });
    }

    @Test
    void aGapThatTheTableInUseHasTooIsOnlyAWarning() {
        String dmn = leadTime().rule("true", "", "3").rule("false", "", "4").xml();
        assertThat(TableCheck.check(dmn, Optional.of(dmn)).findings())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.GAP);
                    assertThat(gap.severity()).isEqualTo(Severity.WARNING);
                    assertThat(gap.example()).containsEntry("farFromHome", null);
                });
    }

    @Test
    void anOverlapMarksBothRules() {
        String dmn = leadTime()
                .rule("true", "<= 42", "3")
                .rule("true", ">= 42, null", "6")
                .rule("false, null", "", "4")
                .xml();
        assertThat(errors(dmn)).singleElement().satisfies(overlap -> {
            assertThat(overlap.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(overlap.rules()).containsExactly("Rule_1", "Rule_2");
            assertThat(overlap.example()).containsExactly(entry("farFromHome", true), entry("daysToRelease", 42));
            assertThat(overlap.message()).contains("Rule 1 fires together with rule 2");
        });
    }

    @Test
    void oneRuleForEverythingIsOneFindingAndNotOneForEachOther() {
        String dmn = leadTime()
                .rule("true", "< 0", "3")
                .rule("true", "[0..9]", "4")
                .rule("false", "> 9", "5")
                .rule("", "", "6")
                .xml();
        assertThat(errors(dmn)).singleElement().satisfies(overlap -> assertThat(overlap.rules())
                .containsExactly("Rule_4", "Rule_1", "Rule_2", "Rule_3"));
    }

    @Test
    void overlapsAreAllowedWhereTheFirstRuleDecidesButARuleThatNeverDoesIsNamed() {
        String dmn = first().rule("true", "", "3")
                .rule("", "> 5", "4")
                .rule("true", "> 9", "5")
                .rule("", "", "6")
                .xml();
        assertThat(findings(dmn)).singleElement().satisfies(shadowed -> {
            assertThat(shadowed.kind()).isEqualTo(Kind.SHADOWED);
            assertThat(shadowed.severity()).isEqualTo(Severity.WARNING);
            assertThat(shadowed.row()).isEqualTo(3);
        });
    }

    @Test
    void aRuleIsShadowedByEarlierOnesTogether() {
        String dmn = first().rule("true", "", "3")
                .rule("false, null", "", "4")
                .rule("", "> 9", "5")
                .xml();
        assertThat(findings(dmn)).extracting(Finding::kind, Finding::row).containsExactly(tuple(Kind.SHADOWED, 3));
    }

    @Test
    void aRuleThatCanNeverFireIsNamed() {
        String dmn = with("COLLECT")
                .asks("days", "integer")
                .answers("months", "integer")
                .rule("(4..5)", "1")
                .xml();
        assertThat(findings(dmn)).extracting(Finding::kind).containsExactly(Kind.NEVER_FIRES);
    }

    @Test
    void aCellThatComparesTwoFactsIsSaidToBeUnproved() {
        String dmn = unique("t")
                .asks("one", "double")
                .asks("two", "double")
                .answers("months", "integer")
                .rule("< two", "", "1")
                .rule("", "> 5", "2")
                .rule("", "<= 5, null", "3")
                .xml();
        CheckReport report = TableCheck.check(dmn, Optional.empty());
        assertThat(report.proved()).isFalse();
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.UNPROVED);
        assertThat(report.findings().get(0).message())
                .contains("Rule 1, column \"one\"")
                .contains("another fact (two)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for i in 1..1000000000 return i | FORBIDDEN | a loop (for)",
                "some x in ? satisfies x > 1 | FORBIDDEN | a loop (some)",
                "function(x) x | FORBIDDEN | a function definition",
                "now() | FORBIDDEN | the function now",
                "< | SYNTAX | is not FEEL",
                "\"open | SYNTAX | is not FEEL",
                "soon | UNKNOWN_NAME | put it in quotes: \"soon\"",
                "\"soon\" | TYPE | \"soon\" is no double",
                "not(true) | TYPE | does not mean what it seems",
                "((((((((((1)))))))))) | FORBIDDEN | more than 8 brackets",
            })
    void aCellThatCannotStandIsNamedWithItsReason(String cell, Kind kind, String reason) {
        String dmn = unique("t")
                .asks("days", "double")
                .answers("months", "integer")
                .rule(cell, "1")
                .xml();
        assertThat(errors(dmn)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.element()).isEqualTo("Cell_1_1");
            assertThat(finding.row()).isEqualTo(1);
            assertThat(finding.column()).isEqualTo(1);
            assertThat(finding.message())
                    .startsWith("Rule 1, column \"days\": ")
                    .contains(reason);
        });
    }

    @Test
    void aWordThatIsNotOnTheListIsNamed() {
        String dmn = unique("t")
                .asks("track", "string", "short", "full")
                .answers("scope", "string", "basic", "all")
                .rule("\"shrt\"", "\"al\"")
                .rule("\"short\", \"full\", null", "\"basic\"")
                .xml();
        assertThat(errors(dmn))
                .filteredOn(finding -> finding.kind() == Kind.VOCABULARY)
                .extracting(Finding::element)
                .containsExactly("Cell_1_1", "Cell_1_2");
    }

    @Test
    void anAnswerHasItsType() {
        String dmn = unique("t")
                .asks("far", "boolean")
                .answers("months", "integer")
                .rule("", "\"six\"")
                .xml();
        assertThat(errors(dmn)).extracting(Finding::kind, Finding::column).containsExactly(tuple(Kind.TYPE, 2));
    }

    @Test
    void whereThereIsOneAnswerItIsGiven() {
        String one = unique("t")
                .asks("far", "boolean")
                .answers("months", "integer")
                .rule("", "")
                .xml();
        assertThat(errors(one))
                .extracting(Finding::kind, Finding::element)
                .containsExactly(tuple(Kind.TYPE, "Cell_1_2"));
        String list = with("COLLECT")
                .asks("far", "boolean")
                .answers("months", "integer")
                .rule("", "")
                .xml();
        assertThat(errors(list)).isEmpty();
    }

    @Test
    void aRuleWithoutASourceIsNamed() {
        String dmn = unique("t")
                .asks("far", "boolean")
                .answers("months", "integer")
                .sourced("", "", "6")
                .xml();
        assertThat(errors(dmn)).extracting(Finding::kind).containsExactly(Kind.ANNOTATION);
    }

    @Test
    void whatProcessesRelyOnCannotBeRenamedAway() {
        String renamed = unique("leadtime")
                .asks("farFromHome", "boolean")
                .asks("daysToRelease", "double")
                .answers("months", "integer")
                .rule("", "", "3")
                .xml();
        assertThat(TableCheck.check(renamed, Optional.of(SOUND)).findings())
                .filteredOn(finding -> finding.kind() == Kind.RENAMED)
                .extracting(Finding::message)
                .containsExactly(
                        "The decision is called \"leadtime\", but processes ask for \"leadTime\". Give it that id again.",
                        "The output \"leadMonths\" is missing, and processes read it by this name. Add it again or give it"
                                + " its name back.");
    }

    @Test
    void aTableForOneAnswerStaysOne() {
        String list = SOUND.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"");
        assertThat(TableCheck.check(list, Optional.of(SOUND)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.HIT_POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python"})
    void anotherLanguageIsRefusedWhereverItStands(String language) {
        for (String place : List.of("<inputExpression ", "<inputEntry ", "<outputEntry ", "<definitions ")) {
            String dmn = SOUND.replace(place, place + "expressionLanguage=\"" + language + "\" ");
            assertThat(errors(dmn)).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.FORBIDDEN);
                assertThat(finding.message()).contains(language);
            });
        }
    }

    @Test
    void entitiesAreRefused() {
        String dmn = SOUND.replace("?>", "?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");
        assertThat(errors(dmn)).extracting(Finding::kind).containsExactly(Kind.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "<definitions/>", "<a>", "{}"})
    void whatIsNoTableIsSaidToBeNone(String text) {
        assertThat(errors(text)).extracting(Finding::kind).containsExactly(Kind.UNREADABLE);
    }

    @Test
    void aFileOfAnySizeIsNotRead() {
        assertThat(errors("<a>" + "x".repeat(2_000_000)))
                .extracting(Finding::kind)
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void elementsWithinElementsWithoutEndAreNoTable() {
        assertThat(errors("<a>".repeat(300_000))).extracting(Finding::kind).containsExactly(Kind.UNREADABLE);
        assertThat(errors("<a>".repeat(200_000) + "</a>".repeat(200_000)))
                .extracting(Finding::kind)
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void whatTakesTooLongIsSaidToBeUnproved() {
        CheckReport report = TableCheck.check(SOUND, Optional.empty(), new Patience(Duration.ZERO));
        assertThat(report.proved()).isFalse();
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.UNPROVED);
    }

    @Test
    void onlyNumbersCanBeAddedUp() {
        String dmn = with("COLLECT\" aggregation=\"SUM")
                .asks("far", "boolean")
                .answers("role", "string")
                .rule("true", "\"supervisor\"")
                .xml();
        assertThat(errors(dmn)).extracting(Finding::kind).containsExactly(Kind.HIT_POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIORITY", "OUTPUT ORDER"})
    void aHitPolicyThatTheEngineDoesNotKnowIsRefused(String hitPolicy) {
        String dmn = SOUND.replace("UNIQUE", hitPolicy);
        assertThat(errors(dmn)).extracting(Finding::kind).contains(Kind.HIT_POLICY);
    }

    @Test
    void aLiteralExpressionIsNoTable() {
        String dmn = SOUND.replaceAll(
                "(?s)<decisionTable.*</decisionTable>",
                "<literalExpression id=\"l\"><text>for i in 1..9 return i</text></literalExpression>");
        assertThat(errors(dmn)).extracting(Finding::kind).containsExactly(Kind.FORBIDDEN);
    }

    private static WrittenTable leadTime() {
        return unique("leadTime")
                .asks("farFromHome", "boolean")
                .asks("daysToRelease", "double")
                .answers("leadMonths", "integer");
    }

    private static WrittenTable first() {
        return with("FIRST")
                .asks("farFromHome", "boolean")
                .asks("daysToRelease", "double")
                .answers("leadMonths", "integer");
    }

    private static List<Finding> findings(String dmn) {
        return TableCheck.check(dmn, Optional.empty()).findings();
    }

    private static List<Finding> errors(String dmn) {
        return findings(dmn).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
