package org.throughcare.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughcare.ProcessTest;

/** A test that sits before Chromium as a person of the staff. */
abstract class BrowserTest extends ProcessTest {

    static final String LONDON = "Europe/London";

    @LocalServerPort
    private int port;

    Chromium chromium;
    Users users;

    @BeforeEach
    void openTheBrowser() {
        chromium = Chromium.start();
        users = new Users(identityService);
        users.in("camunda-admin");
    }

    @AfterEach
    void closeTheBrowser() {
        chromium.close();
        identityService.clearAuthentication();
        users.leave();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** One of the product's own pages, as a member of that group. */
    Page ownPage(BrowserContext browser, String group, String path) {
        return OwnPage.signIn(browser, address(""), path, users.in(group), Users.PASSWORD);
    }

    /** Tasklist, as a member of that group. */
    TasklistPage tasklist(BrowserContext browser, String group) {
        return TasklistPage.signIn(browser, address(""), users.in(group), Users.PASSWORD);
    }
}
