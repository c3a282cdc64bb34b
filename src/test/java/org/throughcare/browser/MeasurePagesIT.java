package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The measures as managers see them in Cockpit, and supervisors on the product's own page. */
class MeasurePagesIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/measures");
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String MEASURES = ".throughcare-measures";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoLeavesSoonWithoutAPlaceToSleepAndWhoLooksAfterHerTakesTwoClicksFromCockpit() {
        String without = aWoman().releasedOn(today().plusDays(20))
                .ownedBy(users.in("caseManager.north"))
                .admitted();
        String with = aWoman().releasedOn(today().plusDays(20))
                .knownTo("safeAddress", "yes")
                .admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser);
            OwnPage.isAccessible(page, MEASURES);
            picture(page, "cockpit");
            assertThat(page.locator(".dashboard > section, .dashboard > .sections")
                            .first()
                            .locator(MEASURES)
                            .count())
                    .as("above Camunda's own charts")
                    .isOne();

            page.locator(".tile", hasText("of them without a safe place to sleep"))
                    .getByRole(AriaRole.LINK)
                    .click();
            Locator line = page.locator("tbody tr", hasText(without));
            line.waitFor();
            assertThat(line.innerText()).contains("Somebody of caseManager.north", "Place to sleep");
            assertThat(page.locator("tbody tr", hasText(with)).count()).isZero();
            OwnPage.isAccessible(page, MEASURES);
            picture(page, "cockpit-cases");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(without))
                    .click();
            page.waitForURL(address("/cases/" + without));
            page.goBack();
            page.locator("tbody tr", hasText(without)).waitFor();
        }
    }

    @Test
    void cockpitKeepsWhatWasChosenFromScreenToScreen() {
        String woman = aWoman().at("south").admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = cockpit(browser);
            site(page).selectOption("south");
            page.waitForURL(Pattern.compile(".*#/measures/overview\\?site=south"));
            screen(page, "Outcomes");
            assertThat(site(page).inputValue()).isEqualTo("south");
            screen(page, "Supervision");
            screen(page, "Overview");
            page.locator(".tile", hasText("women with an open case"))
                    .getByRole(AriaRole.LINK)
                    .click();
            page.locator("tbody tr", hasText(woman)).waitFor();
            page.goBack();
            page.locator(".tile").first().waitFor();
        }
    }

    @Test
    void anAnalystSeesNoMeasuresInCockpit() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "analyst", "/decisions");
            page.navigate(address(COCKPIT + "#/dashboard"));
            page.locator(".dashboard").waitFor();
            page.waitForTimeout(1500);
            assertThat(page.getByText("Measures").isVisible()).isFalse();
            assertThat(page.locator("section.deprecate").isVisible()).isFalse();
        }
    }

    @Test
    void aSupervisorSeesTheWomenOfHerSiteOnly() {
        String hers = aWoman().at("north").admitted();
        String elsewhere = aWoman().at("south").admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "supervisor.north", "/cases");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview"))
                    .click();
            page.locator(".tile").first().waitFor();
            assertThat(page.locator(".filters").innerText()).contains("North").doesNotContain("South");
            assertThat(site(page).count()).isZero();
            picture(page, "supervisor");

            page.navigate(address("/overview#/measures/cases?measure=womenBySite&value=women"));
            page.locator("tbody tr", hasText(hers)).waitFor();
            assertThat(page.locator("tbody").innerText()).doesNotContain(elsewhere);

            page.navigate(address("/overview#/measures/cases?measure=womenBySite&value=women&site=south"));
            page.getByText("You do not read the measures of this site.").first().waitFor();
            assertThat(page.locator(MEASURES).innerText()).doesNotContain(elsewhere);
            OwnPage.isAccessible(page);
        }
    }

    @Test
    void whatIsCountedIsSaidBesideEachNumber() {
        aWoman().admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "manager", "/overview");
            Locator ask =
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What is “Women by phase”?"));
            ask.focus();
            page.keyboard().press("Enter");
            Locator said = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Women by phase"));
            said.waitFor();
            assertThat(said.innerText()).contains("Open cases now", "journeyTrack", "select ");
            OwnPage.isAccessible(page);
            picture(page, "explained");
            page.keyboard().press("Escape");
            page.waitForCondition(() -> page.locator("dialog").count() == 0);
            assertThat(page.evaluate(
                            "document.querySelector('.throughcare-measures').shadowRoot.activeElement.textContent"))
                    .isEqualTo("?");
        }
    }

    @Test
    void numbersAndListsAreTakenAlongAsCsv() throws IOException {
        String woman = aWoman().admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "manager", "/overview");
            Download numbers = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Women by site as CSV"))
                            .click());
            assertThat(numbers.suggestedFilename()).isEqualTo("womenBySite.csv");
            assertThat(text(numbers)).contains("North").contains("South");

            page.locator(".tile", hasText("women with an open case"))
                    .getByRole(AriaRole.LINK)
                    .click();
            Download list = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download as CSV"))
                            .click());
            assertThat(text(list)).contains("Case number").contains(woman);
        }
    }

    @Test
    void whatCameOfTheWorkIsDrawnAndStandsInATable() {
        List<String> released = manyReleases();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "manager", "/overview");
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                screen(page, "Outcomes");
                Locator kept = card(page, "Kept in contact after release");
                kept.locator("svg").first().waitFor();
                assertThat(kept.innerText()).contains("66 %, Syracuse programme", "1 month", "12 months");
                assertThat(card(page, "Met at the gate").innerText()).contains("15 (75 %)", "5 (25 %)");
                picture(page, "outcomes-of-many-" + scheme.name().toLowerCase());
            }
            card(page, "Kept in contact after release").getByText("As a table").click();
            assertThat(card(page, "Kept in contact after release")
                            .locator("tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("91 days"))
                            .innerText())
                    .as("five of twenty lost after two months")
                    .contains("75 %", "66 %");
            OwnPage.isAccessible(page);
        } finally {
            released.forEach(woman -> jdbc.sql("delete from release_outcome where case_number = ?")
                    .param(woman)
                    .update());
        }
    }

    private List<String> manyReleases() {
        OffsetDateTime released = clock.instant().atOffset(ZoneOffset.UTC).minusDays(400);
        return IntStream.range(0, 20)
                .mapToObj(number -> {
                    String woman = aWoman().at("north").admitted();
                    jdbc.sql(
                                    """
                            insert into release_outcome (case_number, site, track, released_at, met_at_gate, papers,
                              medicines, safe_place, appointment, first_contact_at, ended_at, ended_as)
                            values (?, 'north', 'full', ?, ?, true, true, ?, true, ?, ?, ?)""")
                            .params(
                                    woman,
                                    released,
                                    number >= 5,
                                    number >= 6,
                                    released.plusHours(number),
                                    released.plusDays(number < 5 ? 60 + number : 366),
                                    number < 5 ? "lostContact" : "yearCompleted")
                            .update();
                    return woman;
                })
                .toList();
    }

    private static Locator card(Page page, String title) {
        return page.locator(".card", new Page.LocatorOptions().setHas(page.locator("h2", hasText(title))));
    }

    @Test
    void everyScreenIsReadableInLightAndDarkAndOnANarrowScreen() {
        aWoman().releasedOn(today().plusDays(30)).admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "manager", "/overview");
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (String screen : List.of("Overview", "Flow", "Outcomes", "Supervision")) {
                    screen(page, screen);
                    OwnPage.isAccessible(page);
                    picture(page, screen.toLowerCase() + "-" + scheme.name().toLowerCase());
                }
            }
            page.navigate(address(COCKPIT + "#/measures/overview"));
            screen(page, "Overview");
            OwnPage.isAccessible(page, MEASURES);
            picture(page, "cockpit-dark");
            page.navigate(address("/overview"));
            page.setViewportSize(400, 900);
            screen(page, "Overview");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).doubleValue())
                    .isCloseTo(400, within(1.0));
            picture(page, "narrow");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Page cockpit(BrowserContext browser) {
        Page page = ownPage(browser, "manager", "/overview");
        page.navigate(address(COCKPIT + "#/dashboard"));
        page.locator(MEASURES + " .tile").first().waitFor();
        return page;
    }

    /** Goes to a screen of the measures, and waits for its numbers. */
    private static void screen(Page page, String name) {
        Locator way = page.locator(MEASURES + " nav a", hasText(name));
        way.click();
        page.locator(MEASURES + " h1", hasText(name)).waitFor();
        page.locator(MEASURES + " .asOf").waitFor();
        page.waitForTimeout(400);
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator site(Page page) {
        return page.locator(".filters label", hasText("Site")).locator("select");
    }

    private static String text(Download download) throws IOException {
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
