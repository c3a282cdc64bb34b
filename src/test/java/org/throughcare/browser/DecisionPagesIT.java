package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decisions;
import org.throughcare.engine.TableVersions;
import org.throughcare.journey.Journeys;
import org.throughcare.time.WorkingCalendar;

/** The pages for decision tables as analysts and managers use them. */
class DecisionPagesIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/decisions");
    private static final String TABLE = "caseManagementStart";
    private static final String PAGE = "/decisions/" + TABLE;
    private static final String ROW_OF_FAR_FROM_HOME = "Rule_fullFarFromHome";
    private static final AtomicInteger WOMEN = new AtomicInteger();
    private static final Pattern SAVED = Pattern.compile("^Saved .*");
    private static final Map<String, Object> FAR_FROM_HOME =
            Map.of("track", "full", "farFromHome", true, "childrenInCare", false, "complexityOfNeed", "low");

    @Autowired
    private TableVersions tables;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Journeys journeys;

    @Autowired
    private WorkingCalendar calendar;

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

    /** The whole way: from a number in a table to the day on which a woman's case management begins. */
    @Test
    void aChangeIsCheckedTriedShownAndReleasedByASecondPersonAndTheNextTimerFollows() {
        String woman = farFromHomeUntil(LocalDate.of(2027, 2, 12));
        assertThat(beginsOn(woman)).isEqualTo(LocalDate.of(2026, 9, 12));
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
            assertThat(beginsOn(woman)).as("what was decided stays").isEqualTo(LocalDate.of(2026, 9, 12));

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

        String next = farFromHomeUntil(LocalDate.of(2027, 2, 12));
        assertThat(beginsOn(next)).isEqualTo(LocalDate.of(2026, 8, 12));
        journeys.moveReleaseDate(woman, Optional.of(LocalDate.of(2027, 3, 12)), "Days added.");
        assertThat(beginsOn(woman)).isEqualTo(LocalDate.of(2026, 9, 12));
        assertThat(decidedLastBy(woman))
                .isEqualTo(tables.newest(TABLE).orElseThrow().version());
        Instant dayOfTheTimer = calendar.startOfDay("north", LocalDate.of(2026, 8, 12));
        advanceTo(dayOfTheTimer.minusSeconds(1));
        assertThat(messages.isRunning("caseManagement", next)).isFalse();
        advanceTo(dayOfTheTimer);
        assertThat(messages.isRunning("caseManagement", next)).isTrue();
        assertThat(messages.isRunning("caseManagement", woman)).isFalse();
    }

    /** A woman with a long sentence, of whom it became known that she is far from home; her lead time is decided with it. */
    private String farFromHomeUntil(LocalDate release) {
        int number = WOMEN.incrementAndGet();
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "L%04dTM".formatted(number));
        answers.put("womanName", "Ria Tamihana");
        answers.put("dateOfBirth", LocalDate.of(1980, 1, 1).plusDays(number).toString());
        answers.put("site", "north");
        answers.put("admissionDate", calendar.today("north").toString());
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", release.minusMonths(1).toString());
        answers.put("homeDistrict", "Northtown");
        answers.put("language", "English");
        String caseNumber = journeys.register(answers);
        facts.put(
                caseNumber,
                Facts.CASE,
                Map.of("farFromHome", "yes", "childrenInCare", "no", "complexityOfNeed", "low"),
                "test");
        journeys.moveReleaseDate(caseNumber, Optional.of(release), "Days added.");
        return caseNumber;
    }

    /** The day at her site for which the timer of her journey is set. */
    private LocalDate beginsOn(String caseNumber) {
        String journey = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("journey")
                .singleResult()
                .getId();
        return calendar.dateAt(
                "north",
                managementService
                        .createJobQuery()
                        .processInstanceId(journey)
                        .activityId("TimerEvent_MilestoneReached")
                        .singleResult()
                        .getDuedate()
                        .toInstant());
    }

    private int decidedLastBy(String caseNumber) {
        return jdbc.sql("select version from decision_made where decision = ? and case_number = ?"
                        + " order by id desc limit 1")
                .params(TABLE, caseNumber)
                .query(Integer.class)
                .single();
    }

    private int leadMonths() {
        return ((Number) decisions
                        .ask(TABLE, new HashMap<>(FAR_FROM_HOME))
                        .only()
                        .get("leadMonths"))
                .intValue();
    }

    private void approve(TasklistPage tasklist) {
        answer(tasklist, "UserTask_ApproveTableChange", "approve", "Agreed in the Tuesday meeting.");
    }

    private void answer(TasklistPage tasklist, String element, String answer, String reason) {
        Task task = taskService.createTaskQuery().taskDefinitionKey(element).singleResult();
        tasklist.open(task.getId());
        tasklist.page()
                .locator(".task-details a, .task-details button", new Page.LocatorOptions().setHasText("Claim"))
                .first()
                .click();
        tasklist.field("tableAnswer")
                .locator("input[type=radio]:not([disabled])")
                .nth(answer.equals("approve") ? 0 : 1)
                .check();
        tasklist.field("tableAnswerReason").locator("textarea").fill(reason);
        tasklist.complete();
        tasklist.page()
                .waitForCondition(
                        () -> taskService.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    /** By keyboard alone once a cell is chosen: in the cell and beside it, where the cell's own field hears nothing. */
    @Test
    void undoAndRedoAreTheSameByKeyboardAndByButton() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", PAGE);
            sixMonthsInsteadOfFive(page);

            page.keyboard().press("Control+z");
            shows(page, "5");
            page.keyboard().press("Control+y");
            shows(page, "6");
            assertThat(button(page, "Redo").isEnabled()).isFalse();

            cell(page).click();
            page.keyboard().press("Control+z");
            shows(page, "5");
            page.keyboard().press("Control+Shift+z");
            shows(page, "6");

            page.keyboard().press("Control+a");
            page.keyboard().type("4");
            shows(page, "4");
            button(page, "Undo").click();
            shows(page, "6");
            page.getByText(SAVED).waitFor();
        }
    }

    private static void shows(Page page, String months) {
        page.waitForCondition(() -> cell(page).innerText().strip().equals(months));
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
    void theReturnToAnEarlierVersionIsWithdrawnOrSentBackWithAReason() {
        int before = tables.newest(TABLE).orElseThrow().version();
        tables.deploy(TABLE, with(packaged, "fullFarFromHome", 5, 6));
        try (BrowserContext desk = chromium.open(LONDON);
                BrowserContext office = chromium.open(LONDON)) {
            Page page = ownPage(desk, "analyst", PAGE + "#history");
            page.onDialog(Dialog::accept);
            goBackTo(page, before);
            page.getByLabel("Why?").fill("Women start too early.");
            OwnPage.isAccessible(page);
            button(page, "Propose").click();
            mark(page, "Waits for a second person");
            button(page, "Withdraw").click();
            mark(page, "Withdrawn");
            OwnPage.isAccessible(page);

            page.navigate(address(PAGE + "#history"));
            goBackTo(page, before);
            page.getByLabel("Why?").fill("Women start too early.");
            button(page, "Propose").click();
            mark(page, "Waits for a second person");
            answer(
                    tasklist(office, "manager"),
                    "UserTask_ApproveTableChange",
                    "sendBack",
                    "Wait for the figures of March.");
            page.reload();
            mark(page, "Sent back");
            page.getByText("Wait for the figures of March.").waitFor();
            page.getByText("Read the answer in Tasklist").waitFor();
            OwnPage.isAccessible(page);
            assertThat(leadMonths()).isEqualTo(6);
        }
    }

    @Test
    void inAnEmergencyTheEarlierVersionRunsAtOnceAndIsUndoneByWhoReviewsIt() {
        int before = tables.newest(TABLE).orElseThrow().version();
        tables.deploy(TABLE, with(packaged, "fullFarFromHome", 5, 6));
        try (BrowserContext desk = chromium.open(LONDON);
                BrowserContext office = chromium.open(LONDON)) {
            Page page = ownPage(desk, "analyst", PAGE + "#history");
            goBackTo(page, before);
            page.getByLabel("Why?").fill("Women start too early.");
            page.getByLabel("No, this is an emergency").check();
            OwnPage.isAccessible(page);
            button(page, "Go back now").click();
            mark(page, "Runs");
            page.getByText("It runs. Somebody else reviews it").waitFor();
            OwnPage.isAccessible(page);
            assertThat(leadMonths()).isEqualTo(5);

            answer(
                    tasklist(office, "manager"),
                    "UserTask_ReviewEmergencyChange",
                    "sendBack",
                    "It was right as it was.");
            page.reload();
            mark(page, "Undone");
            assertThat(leadMonths()).isEqualTo(6);
            page.navigate(address(PAGE + "#history"));
            Locator newest =
                    page.locator("[aria-label='All versions'] tbody tr").first();
            newest.waitFor();
            assertThat(newest.innerText()).contains("Running", "Somebody of manager", "It was right as it was.");
        }
    }

    private static void goBackTo(Page page, int version) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Go back to this version\\s*: " + version + "$")))
                .click();
    }

    private static void mark(Page page, String text) {
        page.locator("h1 .mark", new Page.LocatorOptions().setHasText(text)).waitFor();
    }

    /** A table with another lead time in one rule. */
    private static String with(String dmn, String rule, int from, int to) {
        String was = "<text>" + from + "</text>";
        int at = dmn.indexOf(was, dmn.indexOf("Rule_" + rule));
        return dmn.substring(0, at) + "<text>" + to + "</text>" + dmn.substring(at + was.length());
    }

    @Test
    void goldenCasesComeAndGoAsCsv() throws IOException {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", PAGE + "#golden");
            page.locator(".grid").waitFor();
            Locator file = page.getByLabel("CSV file of golden cases");

            file.setInputFiles(csv("case,farFromHome,expected: leadMonths\nFar,maybe,5\n"));
            page.getByText("Line 2, column farFromHome").waitFor();
            assertThat(page.locator(".grid tbody").count()).isEqualTo(14);
            file.setInputFiles(csv("case,track,expected: leadMonths reason\nRemand,remand,0 *\nShort,short,3 -\n"));
            page.getByText("Imported: 2 golden cases.").waitFor();

            assertThat(page.getByLabel("Remand, result 1, Reason").inputValue()).isEmpty();
            assertThat(page.getByLabel("Short, result 1, Reason").inputValue()).isEqualTo("-");
            page.getByText("Got Months before release: 3; Reason: Short sentence")
                    .waitFor();
            OwnPage.isAccessible(page);
            picture(page, "golden-csv");

            page.getByLabel("Remand, result 1, Months before release").selectOption("-");
            button(page, "Save").click();
            page.getByText("Saved: 2 golden cases.").waitFor();
            Download exported =
                    page.waitForDownload(() -> page.getByText("Export CSV").click());
            assertThat(Files.readString(exported.path())).contains("Remand,remand,,,,- *", "Short,short,,,,3 -");
        }
    }

    private static FilePayload csv(String text) {
        return new FilePayload("cases.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody works on the comparison that is cancelled here: it would never end. */
    @Test
    void aComparisonThatTakesTooLongIsCancelled() {
        jdbc.sql("insert into impact_run (id, asked_by, decision, state, done, total, asked_at)"
                        + " values ('endless', ?, ?, 'running', 3000, 10000, now())")
                .params(users.in("analyst"), TABLE)
                .update();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", PAGE + "#impact");
            page.route(
                    address("/api" + PAGE + "/impact"),
                    begun -> begun.fulfill(new Route.FulfillOptions()
                            .setStatus(202)
                            .setContentType("application/json")
                            .setBody("{\"job\":\"endless\"}")));
            button(page, "Look whom it touches").click();
            page.getByText("3,000 of 10,000").waitFor();
            OwnPage.isAccessible(page);

            button(page, "Cancel").click();

            page.getByText("Cancelled.").waitFor();
            assertThat(jdbc.sql("select state from impact_run where id = 'endless'")
                            .query(String.class)
                            .single())
                    .isEqualTo("cancelled");
            OwnPage.isAccessible(page);
        }
    }

    @Test
    void aNewReleaseIsComparedWithWhatPeopleMadeAndWithWhereBothCameFrom() {
        tables.deploy(TABLE, with(with(packaged, "fullFarFromHome", 5, 6), "shortFarFromHome", 4, 3));
        jdbc.sql("insert into packaged_table_settled (decision, dmn, settled_by, settled_at) values (?, ?, 'x', now())")
                .params(TABLE, with(with(packaged, "fullFarFromHome", 5, 4), "shortFarFromHome", 4, 3))
                .update();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", "/decisions");
            page.getByText("A new release brings another version of this table").click();
            Locator cells = page.locator("[aria-label='Three versions compared'] tbody tr");
            cells.nth(1).waitFor();
            assertThat(cells.nth(0).innerText().strip().split("\\s*\\t\\s*"))
                    .containsExactly("3", "Months before release", "3", "3", "4");
            assertThat(cells.nth(1).innerText().strip().split("\\s*\\t\\s*"))
                    .containsExactly("8", "Months before release", "4", "6", "5", "Changed on both sides");
            OwnPage.isAccessible(page);
            picture(page, "three-way");

            button(page, "Propose the release’s table").click();
            page.getByLabel("Why?").fill("The new release is right about both.");
            OwnPage.isAccessible(page);
            button(page, "Propose").click();
            page.getByText("Start of case management: the table of the new release")
                    .waitFor();
            page.onDialog(Dialog::accept);
            button(page, "Withdraw").click();
            mark(page, "Withdrawn");

            page.navigate(address(PAGE + "#history"));
            page.getByLabel("Or leave it out, because").fill("Ours is what the services can do.");
            button(page, "Put it aside").click();
            page.locator("#packaged-title")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(leadMonths()).isEqualTo(6);
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

            file.setInputFiles(dmn("x".repeat(2_000_001)));
            page.getByText("longer than two million letters").waitFor();

            file.setInputFiles(dmn(packaged.replace("<text>6</text>", "<text>for x in 1..9 return x</text>")));
            page.getByText(SAVED).waitFor();
            tab(page, "checks");
            page.getByText("the cell is refused because it has a loop").first().waitFor();
            page.getByText("Got cannot be decided").first().waitFor();
            OwnPage.isAccessible(page);
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

    /** A draft whose golden cases fail is not proposed; the way to them is told, and one click says that a result is right. */
    private static void theGoldenCasesFollow(Page page) {
        button(page, "Propose …").click();
        page.getByText("It cannot be proposed before this is put right").waitFor();
        page.locator("dialog")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Golden cases"))
                .click();
        page.locator(".grid").waitFor();
        Locator right = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("That is right for Full journey; far"));
        assertThat(right.count()).isEqualTo(2);
        right.first().click();
        right.first().click();
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
