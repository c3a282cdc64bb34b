package org.throughcare.browser;

import com.microsoft.playwright.PlaywrightException;

/** A browser on a busy machine may answer too late. What fails is tried once more from its beginning; a fault fails twice. */
final class Patience {

    private Patience() {}

    static void twice(Runnable attempt) {
        try {
            attempt.run();
        } catch (AssertionError | PlaywrightException late) {
            attempt.run();
        }
    }
}
