package org.throughcare.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Does work again when somebody else changed the same thing in the same moment. The work has to be one transaction. */
public final class SecondTry {

    private static final int TRIES = 5;

    private SecondTry() {}

    /** Does it, and again up to four times while others are faster. */
    public static <T> T of(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
                pause(tried);
            }
        }
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(20L * tried, 60L * tried));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
