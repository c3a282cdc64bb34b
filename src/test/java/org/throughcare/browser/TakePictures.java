package org.throughcare.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the pictures of the README from a running demo, as the demo's users see it. Start the demo, wait until the sample
 * cases are made, then run {@code mvn -Dskip.frontend test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.throughcare.browser.TakePictures}.
 */
public final class TakePictures {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final List<String> IN_TASKLIST =
            List.of("receptionOfficer.north", "healthcare.north", "caseManager.north", "communityWorker.north");

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
            IN_TASKLIST.forEach(pictures::tasklist);
            pictures.registration();
            pictures.cockpit();
        }
    }

    private void tasklist(String user) {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            TasklistPage tasklist = TasklistPage.signIn(browser, address, user, user);
            tasklist.page().setViewportSize(1500, 950);
            tasklist.page().getByText("My team's tasks").first().click();
            tasklist.waitFor("[cam-tasks] .throughcare-card");
            tasklist.page().locator("[cam-tasks] .throughcare-card").first().click();
            tasklist.waitFor(".task-details .fjs-form");
            tasklist.page().waitForTimeout(1500);
            tasklist.pictureOfAll(FOLDER.resolve("tasklist-" + user.replaceAll("\\..*", "") + ".png"));
        }
    }

    private void registration() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            TasklistPage tasklist =
                    TasklistPage.signIn(browser, address, "receptionOfficer.north", "receptionOfficer.north");
            Page page = tasklist.page();
            page.setViewportSize(1500, 950);
            page.getByText("Start process").first().click();
            tasklist.waitFor(".modal-body a");
            tasklist.pictureOfAll(FOLDER.resolve("start-process.png"));
        }
    }

    private void cockpit() {
        try (BrowserContext browser = chromium.open("Europe/London")) {
            Page page = browser.newPage();
            page.setViewportSize(1500, 950);
            page.navigate(address + "/camunda/app/cockpit/default/#/login");
            page.locator("input[type=text]").first().fill("manager");
            page.locator("input[type=password]").first().fill("manager");
            page.locator("button[type=submit]").click();
            page.waitForURL(url -> !url.endsWith("/login"));
            page.navigate(address + "/camunda/app/cockpit/default/#/processes");
            page.getByText("Register an admission: her journey").first().waitFor();
            page.getByText("Register an admission: her journey").first().click();
            page.waitForTimeout(4000);
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("cockpit-manager.png")));
        }
    }
}
