package org.throughcare.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One scenario while it runs: from what the ledger held before, by its faults, to the comparison afterwards. */
final class Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Estate estate;
    private final int number;
    private final String name;
    private final long acknowledgedBefore;
    private final long unansweredBefore;
    private final List<String> alsoLost = new ArrayList<>();
    private final List<String> alsoDoubled = new ArrayList<>();
    private Duration longest = Duration.ZERO;
    private Duration longestPause = Duration.ZERO;

    private Scenario(Estate estate, int number, String name) {
        this.estate = estate;
        this.number = number;
        this.name = name;
        this.acknowledgedBefore = estate.ledger.acknowledged();
        this.unansweredBefore = estate.ledger.unanswered();
    }

    static Scenario of(Estate estate, int number, String name) {
        return new Scenario(estate, number, name);
    }

    /** Something happened after a fault; how long it took counts as recovery. */
    void recovers(Instant faultOver) {
        Duration took = Duration.between(faultOver, Instant.now());
        longest = took.compareTo(longest) > 0 ? took : longest;
    }

    /** So long it took until the clients went on as before. */
    void pauses(Instant faultBegan) {
        Duration took = Duration.between(faultBegan, Instant.now());
        longestPause = took.compareTo(longestPause) > 0 ? took : longestPause;
    }

    /** Waits until the engine has done everything that is due. */
    void untilQuiet() {
        JdbcClient jdbc = estate.jdbc();
        await().alias("nothing is due any more")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(nothingIsDue(jdbc));
    }

    private static Callable<Boolean> nothingIsDue(JdbcClient jdbc) {
        return () -> jdbc.sql(
                                """
                select count(*) from act_ru_job
                where retries_ > 0 and suspension_state_ = 1 and handler_type_ <> 'history-cleanup'
                  and (duedate_ is null or duedate_ <= now() at time zone 'UTC')""")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /**
     * What failed while something was broken is tried again after pauses that grow to half an hour. The test does not wait.
     *
     * @return how many there were
     */
    int failedJobsAreDueNow() {
        return estate.jdbc()
                .sql(
                        """
                update act_ru_job set duedate_ = now() at time zone 'UTC', lock_exp_time_ = null, lock_owner_ = null
                where retries_ > 0 and exception_msg_ is not null""")
                .update();
    }

    /** What the scenario itself found to be lost or doubled. */
    void also(List<String> lost, List<String> doubled) {
        alsoLost.addAll(lost);
        alsoDoubled.addAll(doubled);
    }

    long acknowledged() {
        return estate.ledger.acknowledged() - acknowledgedBefore;
    }

    void end(String how, String note) {
        int tryAgain = failedJobsAreDueNow();
        untilQuiet();
        Audit.Findings findings = new Audit(estate.jdbc(), estate.ledger, Instant.now()).look();
        findings.lost().addAll(alsoLost);
        findings.doubled().addAll(alsoDoubled);
        String pause = longestPause.isZero()
                ? ""
                : " The clients' next steps took at most %.1f s.".formatted(longestPause.toMillis() / 1000.0);
        String more = tryAgain == 0
                ? ""
                : " %d jobs had failed meanwhile and waited for their next try; they were made due."
                        .formatted(tryAgain);
        Verdict.keep(
                Verdict.of(
                        number,
                        name,
                        how,
                        acknowledged(),
                        estate.ledger.unanswered() - unansweredBefore,
                        findings,
                        longest.isZero() ? null : longest,
                        note + pause + more),
                findings);
    }
}
