package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.decisions.DecisionTableFile.Column;
import org.throughcare.decisions.DecisionTableFile.Rule;

/** What holds for each decision table, whatever it decides. */
class EveryTableTest {

    /** Checks, integrations and reports rely on these names: they do not change without a migration. */
    private static final Map<String, HitPolicy> HIT_POLICIES = Map.ofEntries(
            Map.entry("urgentFlags", HitPolicy.COLLECT),
            Map.entry("journeyTrack", HitPolicy.UNIQUE),
            Map.entry("caseManagementStart", HitPolicy.UNIQUE),
            Map.entry("intakePanelSelection", HitPolicy.UNIQUE),
            Map.entry("panelMembers", HitPolicy.COLLECT),
            Map.entry("programmeSequence", HitPolicy.RULE_ORDER),
            Map.entry("referrals", HitPolicy.COLLECT),
            Map.entry("trustedProviders", HitPolicy.COLLECT),
            Map.entry("contactSchedule", HitPolicy.UNIQUE),
            Map.entry("caseloadLimit", HitPolicy.UNIQUE),
            Map.entry("releasePlanScope", HitPolicy.UNIQUE),
            Map.entry("serviceLevels", HitPolicy.UNIQUE));

    private static final Map<String, String> INPUTS = Map.ofEntries(
            Map.entry(
                    "urgentFlags",
                    "selfHarmRisk withdrawalRisk pregnant familyThreat forcedMarriageRisk sexualViolence"
                            + " childWithoutCarer acuteMentalIllness medicinesGap under21 overdoseRisk safeAddress"
                            + " daysToRelease"),
            Map.entry("journeyTrack", "legalStatus daysToRelease"),
            Map.entry("caseManagementStart", "track farFromHome childrenInCare complexityOfNeed"),
            Map.entry("intakePanelSelection", "track firstTimeInPrison complexityOfNeed hasUrgentFlag"),
            Map.entry(
                    "panelMembers",
                    "needMentalHealth needDrugsAlcohol needPhysicalHealth needFamily needCulture hasUrgentFlag"),
            Map.entry("programmeSequence", "lynchPinNeed responsivityFactors currentCounselling"),
            Map.entry(
                    "referrals",
                    "phase needAccommodation needEmployment needPhysicalHealth needMentalHealth needDrugsAlcohol"
                            + " needFinance needFamily needThinking needAbuse needSexWork needIdentityPapers"
                            + " needMotherhood needLegal needCulture needCommunication pregnant overdoseRisk"
                            + " familyThreat farFromHome"),
            Map.entry("trustedProviders", "service district language"),
            Map.entry("contactSchedule", "weeksSinceRelease stable missedContacts riskLevel"),
            Map.entry("caseloadLimit", "workingPattern"),
            Map.entry("releasePlanScope", "track"),
            Map.entry("serviceLevels", "task"));

    private static final Map<String, String> OUTPUTS = Map.ofEntries(
            Map.entry("urgentFlags", "flag severity role respondWithin reason"),
            Map.entry("journeyTrack", "track reason"),
            Map.entry("caseManagementStart", "leadMonths reason"),
            Map.entry("intakePanelSelection", "panel reason"),
            Map.entry("panelMembers", "role reason"),
            Map.entry("programmeSequence", "step activity kind gate reason"),
            Map.entry("referrals", "service timing ownerRole urgency reason"),
            Map.entry("trustedProviders", "providerId name contact mouValidUntil womenOnly capacity"),
            Map.entry("contactSchedule", "every channel reason"),
            Map.entry("caseloadLimit", "custodyMax communityMax yearMax"),
            Map.entry("releasePlanScope", "scope noticeWeeks"),
            Map.entry("serviceLevels", "role dueWithin priority"));

    private static final Pattern SOURCE = Pattern.compile("\\b(00[0-4]|ext|domain)\\b");
    private static final Pattern LANGUAGE = Pattern.compile("expressionLanguage=\"([^\"]*)\"");
    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    static Stream<DecisionTableFile> tables() {
        return DecisionTableFile.all().stream();
    }

    @Test
    void everyPromisedDecisionHasItsTable() {
        assertThat(tables().map(DecisionTableFile::id)).containsAll(HIT_POLICIES.keySet());
    }

    static Stream<DecisionTableFile> promisedTables() {
        return HIT_POLICIES.keySet().stream().sorted().map(DecisionTableFile::named);
    }

    @ParameterizedTest
    @MethodSource("promisedTables")
    void othersRelyOnTheHitPolicyInputsAndOutputs(DecisionTableFile table) {
        assertThat(table.hitPolicy()).isEqualTo(HIT_POLICIES.get(table.id()));
        assertThat(table.inputs()).extracting(Column::name).containsExactly(names(INPUTS, table));
        assertThat(table.outputs()).extracting(Column::name).containsExactly(names(OUTPUTS, table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableIsKeptForTenYearsUnderAVersionAndCanBeDrawn(DecisionTableFile table) {
        assertThat(table.decision().getId()).isEqualTo(table.id());
        assertThat(table.decision().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(table.decision().getVersionTag()).isNotBlank();
        assertThat(table.xml())
                .contains("xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"")
                .contains("dmnElementRef=\"" + table.id() + "\"");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRuleNamesItsSource(DecisionTableFile table) {
        assertThat(table.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.annotation()).as(rule.id()).containsPattern(SOURCE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableSpeaksFeelOnly(DecisionTableFile table) {
        assertThat(LANGUAGE.matcher(table.xml()).results().map(match -> match.group(1)))
                .allMatch(FEEL::contains);
    }

    /** In Camunda's FEEL the cell {@code not(true)} accepts nothing and {@code not(false)} accepts null too. */
    @ParameterizedTest
    @MethodSource("tables")
    void noCellNegatesTrueOrFalse(DecisionTableFile table) {
        assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.cells().values())
                .as(rule.id())
                .noneMatch(cell -> cell.matches("not\\((true|false)\\)")));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noRuleIsDead(DecisionTableFile table) {
        var truth = new RuleTruth(table);
        assertThat(truth.rules()).filteredOn(rule -> !truth.canFire(rule)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRuleAnswersWithinTheOutputValues(DecisionTableFile table) {
        for (var rule : table.rules()) {
            assertThat(table.outputs())
                    .allSatisfy(output -> assertAllowed(
                            output, rule.answers().get(output.name()).replace("\"", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theEngineFiresTheRulesThatTheirCellsAccept(DecisionTableFile table) {
        var truth = new RuleTruth(table);
        truth.grid().sample(40).forEach(facts -> assertThat(
                        table.evaluate(facts).firedRules())
                .as("%s", facts)
                .containsExactlyElementsOf(ids(truth.firing(facts))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void knowingNothingIsNeverAnError(DecisionTableFile table) {
        assertThatCode(() -> table.evaluate(Map.of())).doesNotThrowAnyException();
    }

    private static void assertAllowed(Column output, String answer) {
        if (!output.allowed().isEmpty()) {
            assertThat(output.allowed()).contains(answer);
        }
        if (output.name().equals("reason")) {
            assertThat(answer).endsWith(".");
        }
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    private static String[] names(Map<String, String> columns, DecisionTableFile table) {
        return columns.get(table.id()).split(" ");
    }
}
