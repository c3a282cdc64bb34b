package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.decisions.Decisions;

/** How work flows, as a manager sees it inside Cockpit. */
class FlowInCockpitIT extends BrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String OWN = ".throughcare-flow";
    private static final Path PICTURES = Path.of("target/screenshots/flow");

    @Autowired
    private Decisions decisions;

    @Test
    void whereCasesWaitIsDrawnOnTheDiagramAndSaidInATable() {
        String woman = aWoman().admitted();
        String definition = start("admission", woman).getProcessDefinitionId();
        runJobs();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser, "manager", "#/process-definition/" + definition + "/runtime");
            page.getByLabel("Waiting now").check();
            page.locator(".throughcare-heat-figure")
                    .getByText("1 waiting")
                    .first()
                    .waitFor();
            assertThat(page.locator("[data-element-id=UserTask_MeetOnArrival][class*=throughcare-heat-]")
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator(".throughcare-legend li").count()).isEqualTo(5);
            OwnPage.isAccessible(page, ".throughcare-panel");
            picture(page, "heat");

            page.getByText("Times and waiting").click();
            assertThat(page.locator(
                                    ".throughcare-flow tbody tr",
                                    new Page.LocatorOptions().setHasText("Ask what cannot wait"))
                            .first()
                            .innerText())
                    .contains("1");
            OwnPage.isAccessible(page, OWN);
            page.getByLabel("Off", new Page.GetByLabelOptions().setExact(true)).check();
            PlaywrightAssertions.assertThat(page.locator(".throughcare-heat-figure"))
                    .hasCount(0);
        }
    }

    @Test
    void theWayACaseTookIsDrawnWhileItRunsAndWhenItIsOver() {
        String woman = aWoman().admitted();
        String instance = start("admission", woman).getId();
        runJobs();
        decisions.decide(
                "caseManagementStart",
                woman,
                Map.of("track", "full", "farFromHome", true, "childrenInCare", false, "complexityOfNeed", "low"));
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser, "manager", "#/process-instance/" + instance + "/runtime");
            page.getByLabel("The way she took").check();
            page.locator(".throughcare-way").first().waitFor();
            assertThat(page.locator("[data-element-id=UserTask_MeetOnArrival].throughcare-here")
                            .count())
                    .isEqualTo(1);
            page.getByText("Decisions behind").click();
            page.getByText("full far from home").waitFor();
            assertThat(page.locator(OWN + " tbody").innerText())
                    .as("the rule says why")
                    .contains("released a great distance from home");
            OwnPage.isAccessible(page, OWN);
            picture(page, "path");

            runtimeService.deleteProcessInstance(instance, "over");
            page.navigate(address(COCKPIT + "#/finished"));
            page.getByLabel("Case number").fill(woman);
            page.locator("tbody tr", new Page.LocatorOptions().setHasText(woman))
                    .first()
                    .waitFor();
            OwnPage.isAccessible(page, OWN);
            picture(page, "finished");
            page.getByLabel("Show the way of " + woman).click();
            page.locator("[data-drawn=true] .throughcare-left").first().waitFor();
            assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
            assertThat(page.locator(".throughcare-flow").innerText())
                    .contains(woman, "broken off", "full far from home");
            OwnPage.isAccessible(page, OWN);
            picture(page, "instance");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            OwnPage.isAccessible(page, OWN);
            picture(page, "instance-dark");
        }
    }

    @Test
    void aTokenIsMovedAfterSeeingWhatWouldHappen() {
        String woman = aWoman().admitted();
        start("admission", woman);
        runJobs();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser, "manager", "#/operate");
            page.getByLabel("Move a token").check();
            page.getByLabel("Case number").fill(woman);
            page.getByText("Find its processes").click();
            Locator choices = page.locator(".throughcare-flow select");
            choices.nth(0).selectOption(new SelectOption().setLabel("Admission"));
            choices.nth(1).selectOption("UserTask_MeetOnArrival");
            choices.nth(3).selectOption("UserTask_ScreenAtReception");
            page.getByText("Show what would happen").click();
            page.locator("tbody tr", new Page.LocatorOptions().setHasText("would be done"))
                    .waitFor();
            assertThat(openTasks(woman)).containsExactly("UserTask_MeetOnArrival");
            page.getByLabel("Why?").fill("She was asked already, on paper.");
            OwnPage.isAccessible(page, OWN);
            picture(page, "operate-preview");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            OwnPage.isAccessible(page, OWN);
            picture(page, "operate-preview-dark");
            page.getByText("Do it").click();
            page.getByText("Results as CSV").waitFor();
            assertThat(openTasks(woman)).containsExactly("UserTask_ScreenAtReception");
            assertThat(journalOf(woman, "tokenMoved")).hasSize(1);
            OwnPage.isAccessible(page, OWN);
            picture(page, "operate-done");
        }
    }

    @Test
    void anAnalystInCockpitSeesNothingOfIt() {
        String woman = aWoman().admitted();
        start("admission", woman);
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser, "analyst", "#/finished");
            page.waitForTimeout(1_500);
            assertThat(page.content()).doesNotContain(woman);
            assertThat(page.locator(".throughcare-flow").count()).isZero();
        }
    }

    private Page cockpit(BrowserContext browser, String group, String place) {
        Page page = browser.newPage();
        page.navigate(address(COCKPIT));
        page.locator("input[type=text]").first().fill(users.in(group));
        page.locator("input[type=password]").first().fill(Users.PASSWORD);
        page.locator("button[type=submit]").first().click();
        page.locator(".dashboard, .cockpit-section-dashboard").first().waitFor();
        page.navigate(address(COCKPIT + place));
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
