package org.throughcare.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Takes the pictures of the README from a running demo, as the demo's users see it. Start the demo, wait until the sample
 * cases are made, then run {@code mvn -Dskip.frontend test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.throughcare.browser.TakePictures}. It raises a concern and imports an admission on its way.
 */
public final class TakePictures {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final String CASE_MANAGER = "caseManager.north";
    private static final String RECEPTION = "receptionOfficer.north";
    private static final String ADMISSIONS =
            """
            prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus
            K4711ZZ,Zoë Marama,1990-02-03,north,2026-01-10,remand
            K4712ZZ,Jo Karaka,soon,north,2026-01-10,remand
            """;

    private final Chromium chromium;
    private final String address;

    private TakePictures(Chromium chromium, String address) {
        this.chromium = chromium;
        this.address = address;
    }

    /** @param arguments the demo's address, or nothing for {@code http://localhost:8080} */
    public static void main(String[] arguments) {
        String address = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
        try (Chromium chromium = Chromium.start()) {
            TakePictures pictures = new TakePictures(chromium, address);
            pictures.theCase();
            pictures.search();
            pictures.task();
            pictures.registration();
            pictures.imports();
            pictures.overview();
            pictures.processes();
            pictures.table();
            pictures.caseManagers();
            pictures.messages();
        }
    }

    /** A case with much in it: the case manager's own that leaves next. */
    private void theCase() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, CASE_MANAGER, "/cases?caseManager=" + CASE_MANAGER + "&phase=caseManagement");
            page.locator(".cases tbody a").first().click();
            page.getByRole(AriaRole.BUTTON, button("Raise an urgent concern")).click();
            page.getByLabel("What is it about?").selectOption("familyThreat");
            page.getByLabel("Urgent: within a day").check();
            page.getByLabel("What happened?")
                    .fill("Her brother rang twice and asked when she leaves. She is frightened.");
            page.getByRole(AriaRole.BUTTON, button("Save")).click();
            page.locator(".openFlags").waitFor();
            page.locator("#timeline .day").first().waitFor();
            take(page, "case");
        }
    }

    private void search() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, CASE_MANAGER, "/cases");
            page.locator(".cases tbody a").first().waitFor();
            take(page, "cases");
        }
    }

    private void task() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            TasklistPage tasklist = tasklist(browser, CASE_MANAGER);
            tasklist.page().getByText("My team's tasks").first().click();
            tasklist.waitFor("[cam-tasks] .throughcare-card");
            tasklist.page().locator("[cam-tasks] .throughcare-card").first().click();
            tasklist.waitFor(".task-details .fjs-form");
            tasklist.waitFor(".throughcare-header .throughcare-name");
            take(tasklist.page(), "tasklist");
        }
    }

    private void registration() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            TasklistPage tasklist = tasklist(browser, RECEPTION);
            tasklist.page().getByText("Start process").first().click();
            tasklist.page()
                    .locator(".modal-body a", new Page.LocatorOptions().setHasText("Register an admission"))
                    .first()
                    .click();
            tasklist.waitFor(".modal-body .fjs-form");
            take(tasklist.page(), "register-admission");
        }
    }

    private void imports() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, RECEPTION, "/admissions/import");
            page.getByLabel("CSV file")
                    .setInputFiles(
                            new FilePayload("admissions.csv", "text/csv", ADMISSIONS.getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, button("Import")).click();
            page.getByText("Done.").waitFor();
            take(page, "import");
        }
    }

    private void overview() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = cockpit(browser, "manager", "dashboard");
            page.getByText("Coming releases").first().waitFor();
            take(page, "overview");
        }
    }

    private void processes() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = cockpit(browser, "manager", "processes");
            page.getByText("Register an admission: her journey").first().click();
            page.locator(".djs-container .badge").first().waitFor();
            take(page, "cockpit");
        }
    }

    private void table() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, "analyst", "/decisions/caseManagementStart");
            page.locator(".tjs-table tbody tr").first().waitFor();
            page.getByText("no errors").waitFor();
            take(page, "decision-table");
            page.navigate(address + "/decisions");
            page.getByText("Start of case management").first().waitFor();
            take(page, "decisions");
        }
    }

    private void caseManagers() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, "admin", "/staff");
            page.locator("table").first().waitFor();
            take(page, "staff");
        }
    }

    private void messages() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, "admin", "/admin/messages");
            page.locator("table").first().waitFor();
            take(page, "messages");
        }
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, "caseManager.north", "/notifications");
            page.locator("fieldset").first().waitFor();
            take(page, "notifications");
        }
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = ownPage(browser, "caseManager.north", "/calendar");
            page.locator("#ahead").waitFor();
            take(page, "calendar");
        }
    }

    private Page cockpit(BrowserContext browser, String user, String part) {
        Page page = browser.newPage();
        page.navigate(address + "/camunda/app/cockpit/default/#/login");
        page.locator("input[type=text]").first().fill(user);
        page.locator("input[type=password]").first().fill(user);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/login"));
        page.setViewportSize(1366, 800);
        page.navigate(address + "/camunda/app/cockpit/default/#/" + part);
        return page;
    }

    private Page ownPage(BrowserContext browser, String user, String path) {
        return OwnPage.signIn(browser, address, path, user, user);
    }

    private TasklistPage tasklist(BrowserContext browser, String user) {
        return TasklistPage.signIn(browser, address, user, user);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Once everything has come to rest. */
    private static void take(Page page, String name) {
        page.setViewportSize(1366, 860);
        page.waitForTimeout(1500);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
