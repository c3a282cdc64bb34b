package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referrals;

/** The pages for staff as a person uses them: found by keyboard, read, acted on, printed, and safe from what is stored. */
class CasePagesIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/cases");
    private static final String ADMISSIONS =
            """
            prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus
            K4711ZZ,Zoë Marama,1990-02-03,north,2026-01-10,remand
            K4712ZZ,Jo Karaka,soon,north,2026-01-10,remand
            """;
    private static final String MARKUP =
            "\"><img src=x onerror=\"window.ran=1\"><svg onload=\"window.ran=1\"></svg><b class=stored>text</b>";

    @Autowired
    private UrgentFlags flags;

    @Autowired
    private Needs needs;

    @Autowired
    private Objectives objectives;

    @Autowired
    private ProgrammeSteps steps;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Consents consents;

    @Autowired
    private Referrals referrals;

    private String caseManager;

    @BeforeEach
    void enterHer() {
        caseManager = users.in("caseManager.north");
    }

    @Test
    void sheIsFoundByKeyboardAlsoMisspeltAndOpenedWithEnter() {
        String woman = aWoman().named("Aroha Whakatihi")
                .ownedBy(caseManager)
                .releasedOn(LocalDate.of(2026, 2, 16))
                .admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases");

            page.locator(".cases tbody a").first().waitFor();
            page.keyboard().press("/");
            page.keyboard().type("aroa");
            Locator found = page.locator(".cases tbody a", new Page.LocatorOptions().setHasText("Aroha Whakatihi"));
            found.waitFor();
            assertThat(page.url()).doesNotContain("aroa");
            assertThat(page.locator(".cases").innerText()).contains("16 Feb 2026", "in 5 weeks");
            OwnPage.isAccessible(page);
            picture(page, "cases");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/" + woman);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Aroha Whakatihi"))
                    .waitFor();
        }
    }

    @Test
    void whoIsSignedOutComesBackToTheCaseAndActsOnIt() {
        String woman = aWoman().named("Mere Tautahi").ownedBy(caseManager).admitted();
        aStory(woman, "She wants her flat back.");
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases/" + woman);
            page.locator("#timeline .day").first().waitFor();
            OwnPage.isAccessible(page);
            picture(page, "case");

            button(page, "Raise an urgent concern").click();
            page.getByLabel("What is it about?").selectOption("selfHarm");
            page.getByLabel("Immediate: within hours").check();
            page.getByLabel("What happened?").fill("She will not eat.");
            OwnPage.isAccessible(page);
            picture(page, "concern");
            button(page, "Save").click();
            page.locator(".openFlags").getByText("Self-harm or suicide").waitFor();
            assertThat(flags.open(woman)).anySatisfy(flag -> {
                assertThat(flag.flag()).isEqualTo("selfHarm");
                assertThat(flag.raisedBy()).isEqualTo(caseManager);
            });
        }
    }

    @Test
    void aTabletAndPaperShowTheWholeCase() {
        String woman = aWoman().named("Hannah Price").ownedBy(caseManager).admitted();
        aStory(woman, "She wants her flat back.");
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases/" + woman);
            page.locator("#timeline .day").first().waitFor();

            page.setViewportSize(820, 1180);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).doubleValue())
                    .isCloseTo(820, within(1.0));
            picture(page, "tablet");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".actions").isVisible()).isFalse();
            assertThat(page.locator("nav:visible").count()).isZero();
            assertThat(page.locator("#plan").isVisible()).isTrue();
            picture(page, "print");
        }
    }

    @Test
    void aCalendarAddressIsShownOnceAndRevokedAfterAQuestion() {
        String woman = aWoman().named("Lena Brandt")
                .ownedBy(caseManager)
                .releasedOn(LocalDate.of(2026, 2, 16))
                .admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/calendar");
            page.getByText("You have no calendar address yet.").waitFor();
            assertThat(page.locator("main table").innerText()).contains("16 Feb 2026", "Release day", woman);
            OwnPage.isAccessible(page);

            button(page, "Make an address").press("Enter");
            Locator address = page.getByLabel("Your calendar address, shown this once");
            address.waitFor();
            assertThat(address.inputValue()).contains("/calendar/").endsWith(".ics");
            OwnPage.isAccessible(page);
            page.reload();
            page.getByText("You have an address.").waitFor();
            assertThat(address.count()).isZero();

            button(page, "Revoke").click();
            Locator question = page.locator("dialog");
            question.getByText("Revoke your address?").waitFor();
            OwnPage.isAccessible(page);
            page.keyboard().press("Escape");
            page.getByText("You have an address.").waitFor();
            button(page, "Revoke").click();
            question.getByText("Revoke", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("You have no calendar address yet.").waitFor();
            picture(page, "calendar");
        }
    }

    @Test
    void aTaskLeadsToTheCaseAndTheCaseToTheTask() {
        String woman = aWoman().named("Rosa Almeida").ownedBy(caseManager).admitted();
        start("urgentResponse", woman, concern(woman));
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases/" + woman);
            page.locator("#tasks a").first().click();
            Locator toCase = page.locator(".throughcare-header a", new Page.LocatorOptions().setHasText(woman));
            toCase.waitFor();
            toCase.click();
            page.waitForURL("**/cases/" + woman);
        }
    }

    @Test
    void inAnEmergencySheIsReadWithAReasonThatTheSupervisorFinds() {
        String woman = aWoman().named("Wiremu Hohaia").ownedBy(caseManager).admitted();
        try (BrowserContext nurse = chromium.open(LONDON);
                BrowserContext office = chromium.open(LONDON)) {
            Page page = ownPage(nurse, "programmeFacilitator.north", "/cases/" + woman);
            button(page, "Open in an emergency").click();
            page.getByLabel("Why can it not wait?").fill("She collapsed in the workshop.");
            OwnPage.isAccessible(page);
            button(page, "Open the case").click();
            page.locator(".emergency").waitFor();
            assertThat(page.locator("#consents").isVisible()).isTrue();

            Page supervisor = ownPage(office, "supervisor.north", "/cases/" + woman);
            supervisor.getByText("Access log").click();
            supervisor
                    .locator("#oversight td.late", new Page.LocatorOptions().setHasText("Emergency"))
                    .waitFor();
            OwnPage.isAccessible(supervisor);
        }
    }

    @Test
    void aRestrictedCaseIsThereForThePeopleOnItsListAlone() {
        String woman = aWoman().named("Nia Parata").ownedBy(caseManager).admitted();
        try (BrowserContext office = chromium.open(LONDON);
                BrowserContext desk = chromium.open(LONDON)) {
            Page supervisor = ownPage(office, "supervisor.north", "/cases/" + woman);
            supervisor.getByText("Restrict this case to people on a list").click();
            supervisor.getByLabel("User ids, one a line").fill(caseManager);
            button(supervisor, "Restrict").click();
            supervisor
                    .getByText("For everybody else this case no longer exists.")
                    .waitFor();
            supervisor.reload();
            supervisor
                    .getByText("There is no such case, or it is not yours to see.")
                    .waitFor();
            assertThat(supervisor.content()).doesNotContain("Nia");

            Page owner = signIn(desk, "/cases/" + woman);
            owner.locator("h1", new Page.LocatorOptions().setHasText("Nia")).waitFor();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void signingOutInOneTabLeavesNothingInTheOthers() {
        String woman = aWoman().named("Ashley Tairua").ownedBy(caseManager).admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page first = signIn(browser, "/cases/" + woman);
            first.locator("h1", new Page.LocatorOptions().setHasText("Ashley")).waitFor();
            Page second = browser.newPage();
            second.navigate(address("/cases"));
            second.locator(".cases tbody a").first().waitFor();
            button(second, "Sign out").click();
            isEmptied(first, "Ashley");
        }
    }

    @Test
    void signingOutInTasklistLeavesNothingOnTheCasePage() {
        String woman = aWoman().named("Sophie Marsh").ownedBy(caseManager).admitted();
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases/" + woman);
            page.locator("h1", new Page.LocatorOptions().setHasText("Sophie")).waitFor();
            Page tasklist = browser.newPage();
            tasklist.navigate(address("/camunda/app/tasklist/default/"));
            tasklist.locator("[cam-tasks]").first().waitFor();
            tasklist.locator("li.account a.dropdown-toggle").click();
            tasklist.locator("li.account .logout a").click();
            isEmptied(page, "Sophie");
        }
    }

    /** Signed out: neither the page nor the browser keeps anything about her. */
    static void isEmptied(Page page, String name) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You are signed out"))
                .waitFor();
        assertThat(page.content()).doesNotContain(name);
        assertThat(page.title()).isEqualTo("Signed out · Throughcare");
        assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .doesNotContain(name);
    }

    @Test
    void aFileOfAdmissionsIsTakenAndTheLinesThatNeedSomebodyAreShown() {
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = ownPage(browser, "receptionOfficer.north", "/admissions/import");
            page.getByLabel("CSV file")
                    .setInputFiles(
                            new FilePayload("admissions.csv", "text/csv", ADMISSIONS.getBytes(StandardCharsets.UTF_8)));
            OwnPage.isAccessible(page);
            button(page, "Import").click();
            page.getByText("Done. 2 lines: 1 registered, 0 had an open case, 1 not registered.")
                    .waitFor();
            assertThat(page.locator(".result tbody").innerText()).contains("3", "Not registered", "dateOfBirth");
            assertThat(cases.openWithPrisonNumber("K4711ZZ")).isPresent();
            OwnPage.isAccessible(page);
            picture(page, "import");
        }
    }

    private Map<String, Object> concern(String woman) {
        long flag = flags.raise(new NewFlag(woman, "other", "urgent", "caseManager", clock.instant(), "She asks."));
        Map<String, Object> codes = new HashMap<>();
        codes.put("alreadyAnswered", false);
        codes.put("flagId", flag);
        codes.put("flag", "other");
        codes.put("severity", "urgent");
        codes.put("responsibleRole", "caseManager");
        codes.put("respondWithin", "PT24H");
        codes.put("respondBy", clock.instant().toString());
        codes.put("firstReviewBy", clock.instant().toString());
        codes.put("responseKind", "respond");
        codes.put("subject", "urgent:" + flag);
        return codes;
    }

    @Test
    void storedMarkupRunsNothingOnAnyPage() throws IOException {
        String woman = aWoman().named("Jane " + MARKUP).ownedBy(caseManager).admitted();
        aStory(woman, MARKUP);
        everyTextOfEveryForm(woman);
        try (BrowserContext browser = chromium.open(LONDON)) {
            Page page = signIn(browser, "/cases?caseManager=" + caseManager);
            page.locator(".cases tbody a").first().waitFor();
            staysText(page);

            page.navigate(address("/cases/" + woman));
            page.locator("#timeline .day").first().waitFor();
            while (page.getByText("Show earlier").count() > 0) {
                int before = page.locator("#timeline li").count();
                page.getByText("Show earlier").click();
                page.waitForFunction("before => document.querySelectorAll('#timeline li').length > before", before);
            }
            page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })");
            assertThat(page.locator("#timeline dd", new Page.LocatorOptions().setHasText("<img"))
                            .count())
                    .isGreaterThan(100);
            staysText(page);

            page.navigate(address("/camunda/app/tasklist/default/"));
            page.locator("[cam-tasks]").first().waitFor();
            staysText(page);
        }
    }

    /** It stands there to be read, and is no element. */
    private static void staysText(Page page) {
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(page.locator("#page .stored, img[src=x], [onerror], [onload]")
                        .count())
                .isZero();
    }

    private void aStory(String woman, String words) {
        needs.record(woman, new Need("accommodation", "high", "inProgress", "prison", LocalDate.of(2026, 3, 1)));
        objectives.add(woman, new NewObjective(words, "accommodation", "prison", LocalDate.of(2026, 3, 1)));
        steps.plan(woman, List.of(new NewStep(1, "traumaCounselling", "preWork", null, words)));
        contacts.made(woman, "noted", "phone", "kept", words);
        consents.give(woman, Consents.COMMUNITY_TEAM, ConsentKind.HEALTH, Optional.empty(), "inWriting");
        referrals.plan(new NewReferral(woman, "housing", "custody", "preRelease", "releaseCoordinator", "soon", words));
        flags.raise(new NewFlag(woman, "noSafeAddress", "urgent", "socialWorker", clock.instant(), words));
        facts.put(woman, Facts.CASE, Map.of("strengths", words, "safeContactWay", words), "test");
    }

    private void everyTextOfEveryForm(String woman) throws IOException {
        for (File file : new File("forms").listFiles((folder, name) -> name.endsWith(".form"))) {
            JsonNode form = new ObjectMapper().readTree(file);
            Map<String, Object> answers = new HashMap<>();
            form.findParents("key").stream()
                    .filter(field -> field.path("type").asText().startsWith("text"))
                    .forEach(field -> answers.put(field.path("key").asText(), MARKUP));
            journal.write(
                    woman,
                    "formSubmitted",
                    "Form submitted.",
                    Map.of("form", form.path("id").asText(), "answers", answers));
        }
    }

    private Page signIn(BrowserContext browser, String path) {
        return ownPage(browser, "caseManager.north", path);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
