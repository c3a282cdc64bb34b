package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of the product's own, as one person sees it. */
final class OwnPage {

    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

    private OwnPage() {}

    /** No fault that the checker axe finds, at WCAG 2.2 AA. */
    static void isAccessible(Page page) {
        isAccessible(page, "html");
    }

    /** The same about a part of a page, where the rest is not the product's. */
    static void isAccessible(Page page, String part) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new AssertionError("axe-core is installed with the front end's packages: npm ci.", e);
        }
        Object faults = page.evaluate(
                "part => axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
                        + ".then(found => found.violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | ')))",
                part);
        assertThat((List<?>) faults).isEmpty();
    }

    /** Asks for it as nobody, signs in where that leads, and comes back. */
    static Page signIn(BrowserContext browser, String address, String path, String userId, String password) {
        Page page = browser.newPage();
        String withoutQuestion = address + path.replaceAll("\\?.*", "");
        page.navigate(address + path);
        for (int attempt = 0; !page.url().startsWith(withoutQuestion) && attempt < 3; attempt++) {
            page.locator("input[type=password]").first().waitFor();
            page.locator("input[type=text]").first().fill(userId);
            page.locator("input[type=password]").first().fill(password);
            page.locator("button[type=submit]").first().click();
            waitForReturn(page, withoutQuestion);
        }
        if (path.contains("?")) {
            page.navigate(address + path);
        }
        return page;
    }

    private static void waitForReturn(Page page, String address) {
        try {
            page.waitForURL(url -> url.startsWith(address), new Page.WaitForURLOptions().setTimeout(20_000));
        } catch (TimeoutError e) {
            page.navigate(address);
        }
    }
}
