package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Somebody leaves her desk with a case on the screen; what takes a quarter of an hour in service takes seconds here. */
@TestPropertySource(properties = "throughcare.session.idle=PT8S")
class IdlePagesIT extends BrowserTest {

    @Test
    void aCaseThatNobodyReadsAnyMoreIsTakenOffTheScreen() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = caseOf("Tina Raukawa", browser);

            CasePagesIT.isEmptied(page, "Tina");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in again"))
                    .click();
            page.locator("input[type=password]").first().waitFor();
            assertThat(page.content()).doesNotContain("Tina");
        }
    }

    @Test
    void itGoesAlsoWhenTheServerCannotBeAsked() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = caseOf("Jade Whitiora", browser);
            browser.setOffline(true);

            CasePagesIT.isEmptied(page, "Jade");
        }
    }

    @Test
    void whoWritesIsNotIdle() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = caseOf("Jane Harakeke", browser);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Raise an urgent concern"))
                    .click();
            page.getByLabel("What happened?").focus();
            for (int second = 0; second < 14; second++) {
                page.keyboard().type("She is worried. ");
                page.waitForTimeout(1000);
            }
            assertThat(page.getByLabel("What happened?").inputValue()).hasSize(14 * 16);
            CasePagesIT.isEmptied(page, "Jane");
        }
    }

    @Test
    void tasklistForgetsHerToo() {
        String woman = aWoman().named("Mere Kahurangi").admitted();
        start("admission", woman);
        runJobs();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = tasklist(browser, "receptionOfficer.north").page();
            page.locator(".throughcare-card", new Page.LocatorOptions().setHasText("Mere"))
                    .first()
                    .click();
            page.locator(".task-details .fjs-form").waitFor();

            page.locator("input[type=password]").first().waitFor();
            page.waitForTimeout(500);
            assertThat(page.locator("body").innerText()).doesNotContain("Mere");
            assertThat(page.content()).doesNotContain("Mere");
            assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                    .doesNotContain("Mere");
        }
    }

    private Page caseOf(String name, BrowserContext browser) {
        String woman =
                aWoman().named(name).ownedBy(users.in("caseManager.north")).admitted();
        Page page = ownPage(browser, "caseManager.north", "/cases/" + woman);
        page.locator("h1", new Page.LocatorOptions().setHasText(name)).waitFor();
        return page;
    }
}
