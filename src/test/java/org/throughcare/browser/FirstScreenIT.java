package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.UrgentFlags;

/** What each role sees after signing in: the filters with their counts, who each task is about, what she may start. */
class FirstScreenIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/first");
    private static final List<String> FILTERS =
            List.of("My team's tasks", "My tasks", "Urgent", "Overdue", "Due this week", "Release within 12 weeks");

    /** They learn that there is a concern, and not which. */
    private static final List<String> NOT_TOLD_ABOUT_SAFETY = List.of("programmeFacilitator");

    private static final Pattern COUNTED = Pattern.compile("My team's tasks\\s*\\(?[1-9]");

    @Autowired
    private UrgentFlags flags;

    private TasksAlone alone;

    @BeforeEach
    void deployEveryTask() {
        alone = new TasksAlone(engine);
    }

    @AfterEach
    void removeEveryTask() {
        identityService.clearAuthentication();
        alone.remove();
    }

    @TestFactory
    Stream<DynamicTest> theFirstScreenIsUsefulForEachRole() {
        return StaffGroups.SITE_ROLES.stream().map(role -> dynamicTest(role, () -> Patience.twice(() -> look(role))));
    }

    @Test
    void noDraftOfAFormStaysInTheBrowserAndNothingUselessIsShown() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            browser.addInitScript("localStorage.setItem('camunda-form:left-behind', '{\"medicines\":\"methadone\"}')");
            TasklistPage tasklist = tasklist(browser, "caseManager.north");
            Page page = tasklist.page();
            assertThat(page.evaluate("localStorage.getItem('camunda-form:left-behind')"))
                    .isNull();
            page.evaluate("localStorage.setItem('camunda-form:new', '{}')");
            assertThat(page.evaluate("localStorage.getItem('camunda-form:new')"))
                    .isNull();
            assertThat(page.locator(".ce-eol-banner:visible").count()).isZero();
            page.getByText("Start process").first().waitFor();
            assertThat(page.getByText("Create task").isVisible()).isFalse();
            assertThat(page.title()).startsWith("Throughcare");
        }
    }

    private void look(String role) {
        String name = "Hine " + role;
        String caseNumber =
                aWoman().named(name).releasedOn(LocalDate.of(2026, 2, 16)).admitted();
        flags.raise(
                new NewFlag(caseNumber, "noSafeAddress", "urgent", "socialWorker", clock.instant(), "Nowhere to go."));
        ModelledTask any = alone.all().get(0);
        alone.begin(any, cases.get(caseNumber), Map.of("responsibleRole", role));
        try (BrowserContext browser = chromium.open(LONDON)) {
            TasklistPage tasklist = tasklist(browser, StaffGroups.of(role, "north"));
            seesTheFiltersCounted(tasklist);
            seesWhoTheTaskIsAbout(
                    tasklist, name, NOT_TOLD_ABOUT_SAFETY.contains(role) ? "Urgent concern" : "No safe address");
            tasklist.pictureOfAll(PICTURES.resolve(role + ".png"));
            assertThat(whatSheMayStart(tasklist.page()))
                    .containsExactlyInAnyOrderElementsOf(
                            StaffGroups.RECEPTION_OFFICER.equals(role)
                                    ? List.of(
                                            processName("journey"),
                                            processName("noteContact"),
                                            processName("urgentResponse"))
                                    : List.of(processName("noteContact"), processName("urgentResponse")));
        }
    }

    private static void seesTheFiltersCounted(TasklistPage tasklist) {
        Locator list = tasklist.page().locator("[cam-tasklist-filters]");
        String filters = list.innerText();
        for (int i = 0; i < 40 && !COUNTED.matcher(filters).find(); i++) {
            tasklist.page().waitForTimeout(250);
            filters = list.innerText();
        }
        assertThat(filters).containsPattern(COUNTED);
        assertThat(filters).containsSubsequence(FILTERS);
    }

    private static void seesWhoTheTaskIsAbout(TasklistPage tasklist, String name, String flag) {
        tasklist.page().getByText("My team's tasks").first().click();
        Locator card = tasklist.page()
                .locator("[cam-tasks] .throughcare-card")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        card.waitFor();
        assertThat(card.innerText()).contains(name, "release in 5 weeks (16 Feb 2026)", flag);
    }

    private static List<String> whatSheMayStart(Page page) {
        page.getByText("Start process").first().click();
        Locator offered = page.locator(".modal-body a:visible");
        offered.first().waitFor();
        return offered.allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String processName(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getName();
    }
}
