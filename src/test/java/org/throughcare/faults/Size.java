package org.throughcare.faults;

/**
 * How much is done in each scenario: little in every build ({@code small}), all that the suite promises with {@code mvn
 * verify -Pfaults} ({@code full}). {@code -Dfaults.size} and {@code -Dfaults.seed} choose.
 */
final class Size {

    private static final boolean FULL = "full".equals(System.getProperty("faults.size", "small"));

    /** With the same seed the clients choose alike; what the machine does in between is its own. */
    static final long SEED = Long.getLong("faults.seed", 47);

    /** Acknowledged steps before a fault, and again after it. */
    static final int STEPS = FULL ? 60 : 25;

    static final int CLIENTS = 4;
    static final int ROUNDS_ALONE = FULL ? 20 : 1;
    static final int ROUNDS_OF_TWO = FULL ? 5 : 1;
    static final int DATABASE_CRASHES = FULL ? 5 : 1;
    static final int CUTS = FULL ? 60 : 8;
    static final int DOUBLE_SUBMISSIONS = FULL ? 500 : 24;
    static final int SAME_EVENTS = 100;
    static final int ROWS = FULL ? 5000 : 150;
    static final int MAILS = FULL ? 200 : 20;
    static final int CASES = FULL ? 1000 : 60;
    static final int UPGRADED = FULL ? 600 : 60;
    static final int SLOW_STEPS = FULL ? 30 : 3;

    private Size() {}

    static String name() {
        return FULL ? "full" : "small";
    }
}
