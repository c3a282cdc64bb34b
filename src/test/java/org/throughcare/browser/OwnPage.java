package org.throughcare.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** A page of the product's own, as one person sees it. */
final class OwnPage {

    private OwnPage() {}

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
