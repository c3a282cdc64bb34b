package org.throughcare.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The installed headless Chromium, one for all browser tests of a class. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, from {@code /usr/bin/chromium} or from where the environment variable CHROMIUM says. */
    static Chromium start() {
        Path program = Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            throw new AssertionError("The browser tests need Chromium, and there is none at " + program
                    + ". Install it (apt-get install chromium) or name it in the environment variable CHROMIUM.");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    /** A browser of its own, without anybody's session, in that time zone. */
    BrowserContext open(String zone) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setTimezoneId(zone)
                .setLocale("en-GB")
                .setViewportSize(1500, 1300));
        context.setDefaultTimeout(45_000);
        context.onRequest(request -> addresses.add(request.url()));
        return context;
    }

    /** Every address that was asked for. */
    Set<String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
