package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.decisions.Decisions;
import org.throughcare.engine.TableVersions;

/** The pages for decision tables as analysts and managers use them. */
class DecisionPagesIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/decisions");
    private static final String TABLE = "caseManagementStart";
    private static final String PAGE = "/decisions/" + TABLE;
    private static final String ROW_OF_FAR_FROM_HOME = "Rule_fullFarFromHome";
    private static final Pattern SAVED = Pattern.compile("^Saved .*");
    private static final Map<String, Object> FAR_FROM_HOME =
            Map.of("track", "full", "farFromHome", true, "childrenInCare", false, "complexityOfNeed", "low");

    @Autowired
    private TableVersions tables;

    @Autowired
    private Decisions decisions;

    @Autowired
    private JdbcClient jdbc;

    private String packaged;

    @BeforeEach
    void theTableAsItIsReleased() {
        packaged = tables.packaged(TABLE).orElseThrow();
    }

    @AfterEach
    void theTableAsItCame() {
        List.of("table_draft", "table_proposal", "golden_cases", "packaged_table_settled", "impact_run")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        if (!tables.text(tables.newest(TABLE).orElseThrow()).equals(packaged)) {
            tables.deploy(TABLE, packaged);
        }
    }

    @Test
    void aChangeIsCheckedTriedShownAndReleasedByASecondPerson() {
        String woman = aWoman().named("Ria Tamihana").admitted();
        decisions.decide(TABLE, woman, FAR_FROM_HOME);
        try (BrowserContext desk = chromium.open(LONDON);
                BrowserContext office = chromium.open(LONDON)) {
            Page page = ownPage(desk, "analyst", "/decisions");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start of case management"))
                    .click();
            sixMonthsInsteadOfFive(page);
            OwnPage.isAccessible(page);
            picture(page, "table");

            tab(page, "checks");
            page.getByText("Golden cases that fail (2 of 14)").waitFor();
            OwnPage.isAccessible(page);
            picture(page, "checks");

            tab(page, "try");
            page.getByLabel("Track", exactly()).selectOption("full");
            page.getByLabel("Far from home", exactly()).selectOption("true");
            button(page, "Try").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Row 8"))
                    .waitFor();
            assertThat(cell(page).evaluate("cell => getComputedStyle(cell).backgroundColor"))
                    .isEqualTo("rgb(226, 244, 232)");
            OwnPage.isAccessible(page);
            picture(page, "try");

            theGoldenCasesFollow(page);
            OwnPage.isAccessible(page);
            picture(page, "golden");

            tab(page, "impact");
            button(page, "Look whom it touches").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Work a week"))
                    .waitFor();
            assertThat(page.locator(".impact").first().innerText()).contains(woman);
            OwnPage.isAccessible(page);
            picture(page, "impact");

            button(page, "Propose …").click();
            page.getByLabel("Why?").fill("Services in other districts answer more slowly than we thought.");
            OwnPage.isAccessible(page);
            button(page, "Propose").click();
            page.waitForURL(Pattern.compile(".*/decisions/proposals/\\d+"));
            page.getByText("Waits for a second person").waitFor();
            page.locator("ins", new Page.LocatorOptions().setHasText("6"))
                    .first()
                    .waitFor();
            page.locator(".impact", new Page.LocatorOptions().setHasText(woman))
                    .first()
                    .waitFor();
            OwnPage.isAccessible(page);
            picture(page, "proposal");

            approve(tasklist(office, "manager"));
            runJobs();
            page.reload();
            page.locator("h1 .mark", new Page.LocatorOptions().setHasText("Runs"))
                    .waitFor();
            assertThat(leadMonths()).isEqualTo(6);

            page.navigate(address(PAGE + "#history"));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Go back to this version.*")))
                    .first()
                    .waitFor();
            button(page, "Compare").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What comes out otherwise"))
                    .waitFor();
            OwnPage.isAccessible(page);
            picture(page, "history");
        }
    }

    private int leadMonths() {
        return ((Number) decisions
                        .ask(TABLE, new HashMap<>(FAR_FROM_HOME))
                        .only()
                        .get("leadMonths"))
                .intValue();
    }

    private void approve(TasklistPage tasklist) {
        Task task = taskService
                .createTaskQuery()
                .taskDefinitionKey("UserTask_ApproveTableChange")
                .singleResult();
        tasklist.open(task.getId());
        tasklist.page()
                .locator(".task-details a, .task-details button", new Page.LocatorOptions().setHasText("Claim"))
                .first()
                .click();
        Locator approve = tasklist.field("tableAnswer").locator("input[type=radio]:not([disabled])");
        approve.first().check();
        tasklist.field("tableAnswerReason").locator("textarea").fill("Agreed in the Tuesday meeting.");
        tasklist.complete();
        tasklist.page()
                .waitForCondition(
                        () -> taskService.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    @Test
    void theSecondAnalystSeesThatTheFirstIsChangingTheSameTable() {
        try (BrowserContext one = chromium.open(LONDON);
                BrowserContext other = chromium.open(LONDON)) {
            sixMonthsInsteadOfFive(ownPage(one, "analyst", PAGE));

            Page second = OwnPage.signIn(other, address(""), PAGE, users.secondIn("analyst"), Users.PASSWORD);
            second.getByText("Somebody of analyst is also changing this table").waitFor();
            button(second, "compare").click();
            second.locator("ins", new Page.LocatorOptions().setHasText("6"))
                    .first()
                    .waitFor();
            OwnPage.isAccessible(second);
        }
    }

    @Test
    void aDraftInTwoWindowsIsComparedAndNeverOverwrittenSilently() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page first = ownPage(browser, "analyst", PAGE);
            sixMonthsInsteadOfFive(first);
            Page second = browser.newPage();
            second.navigate(address(PAGE));
            choose(second, "4");
            second.waitForCondition(() -> jdbc.sql("select max(revision) from table_draft")
                            .query(Integer.class)
                            .single()
                    == 2);

            choose(first, "3");
            first.getByText("Your draft was also saved in another window").waitFor();
            assertThat(first.locator("dialog tbody").innerText()).contains("Row 8", "4", "3");
            OwnPage.isAccessible(first);
            button(first, "Take what was saved elsewhere").click();
            first.waitForCondition(() -> cell(first).innerText().strip().equals("4"));
        }
    }

    @Test
    void aManagerReadsEverythingAndChangesNothing() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "manager", "/decisions");
            page.locator(".overview tbody tr").nth(17).waitFor();
            OwnPage.isAccessible(page);
            picture(page, "list");
            page.setViewportSize(820, 1180);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).doubleValue())
                    .isCloseTo(820, within(1.0));

            page.navigate(address("/decisions#requirements"));
            page.locator(".djs-shape").first().waitFor();
            OwnPage.isAccessible(page);

            page.navigate(address(PAGE));
            page.locator(".drawn td.input-cell, .drawn td.cell").first().waitFor();
            assertThat(page.getByText("Edit a draft").count()).isZero();
            assertThat(page.getByText("Import .dmn").count()).isZero();
            assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
            OwnPage.isAccessible(page);
            page.navigate(address(PAGE + "#golden"));
            page.locator(".grid").waitFor();
            assertThat(page.locator(".grid input:enabled, .grid select:enabled").count())
                    .isZero();
        }
    }

    @Test
    void aFileThatIsNotThisTableIsNotTaken() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", PAGE);
            page.locator(".drawn td").first().waitFor();
            Locator file = page.getByLabel("DMN file to import as your draft");

            file.setInputFiles(dmn("<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + packaged));
            page.getByText("A file with a document type or entities is not taken.")
                    .waitFor();
            file.setInputFiles(dmn(packaged.replace("\"" + TABLE + "\"", "\"elsewhere\"")));
            page.getByText("the processes ask for “caseManagementStart”").waitFor();
            assertThat(jdbc.sql("select count(*) from table_draft")
                            .query(Integer.class)
                            .single())
                    .isZero();

            file.setInputFiles(dmn(packaged.replace("<text>6</text>", "<text>5</text>")));
            page.getByText(SAVED).waitFor();
        }
    }

    private static FilePayload dmn(String text) {
        return new FilePayload("table.dmn", "application/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void sixMonthsInsteadOfFive(Page page) {
        button(page, "Edit a draft").click();
        choose(page, "6");
        page.getByText(SAVED).waitFor();
    }

    /** Chooses the lead time of women far from home from the list of what it may be. */
    private static void choose(Page page, String months) {
        page.locator(".editable td.output-cell").first().waitFor();
        cell(page).click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Row 8, Months before release"))
                .waitFor();
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(months).setExact(true))
                .click();
    }

    private static Locator cell(Page page) {
        return page.locator(".drawn td.output-cell[data-row-id=" + ROW_OF_FAR_FROM_HOME + "]")
                .first();
    }

    private static void theGoldenCasesFollow(Page page) {
        tab(page, "golden");
        page.locator(".grid").waitFor();
        for (Locator months : page.locator(
                        "select[aria-label^='Full journey; far from home']" + "[aria-label$='Months before release']")
                .all()) {
            if (months.inputValue().equals("5")) {
                months.selectOption("6");
            }
        }
        button(page, "Save").click();
        page.getByText("Saved: 14 golden cases.").waitFor();
        page.locator(".tabs", new Page.LocatorOptions().setHasText("no errors")).waitFor();
    }

    private static void tab(Page page, String name) {
        page.locator(".tabs a[href='#" + name + "']").click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
