package org.throughcare.decisions.workbench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.decisions.Decisions;
import org.throughcare.engine.TableVersions;

/**
 * How long it takes to ask a draft of the table {@code caseManagementStart} what the live one was asked 10,000 times, about
 * 200 open cases, on PostgreSQL. Run it with {@code mvn -Dskip.frontend -Dtest=ImpactBenchmark
 * -DargLine=-Duser.timezone=UTC test}; it prints the time of the whole comparison, from the question to the result.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class ImpactBenchmark extends ProcessTest {

    private static final String TABLE = "caseManagementStart";
    private static final int WOMEN = 200;
    private static final int DECISIONS_EACH = 50;
    private static final int ROUNDS = 3;

    @Autowired
    Decisions decisions;

    @Autowired
    TableVersions tables;

    @Autowired
    ImpactQuestion question;

    @Autowired
    ImpactRuns runs;

    @Test
    void tenThousandPastDecisions() throws InterruptedException {
        List<String> women = IntStream.range(0, WOMEN)
                .mapToObj(number -> aWoman().onTrack(number % 2 == 0 ? "full" : "short")
                        .knownTo("farFromHome", number % 3 == 0 ? "yes" : "no")
                        .admitted())
                .toList();
        women.forEach(
                woman -> IntStream.range(0, DECISIONS_EACH).forEach(time -> decisions.decide(TABLE, woman, Map.of())));
        String live = tables.text(tables.newest(TABLE).orElseThrow());
        String draft = live.replace("<text>5</text>", "<text>6</text>");
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = System.nanoTime();
            String run = question.ask(TABLE, live, draft, Set.of(), "ana");
            while (runs.find(run).orElseThrow().state() == ImpactRuns.State.running) {
                Thread.sleep(20);
            }
            System.out.printf(
                    "%d past decisions and %d open cases compared, round %d: %.1f s, %s%n",
                    WOMEN * DECISIONS_EACH,
                    WOMEN,
                    round,
                    (System.nanoTime() - begin) / 1e9,
                    runs.find(run).orElseThrow().state());
        }
    }
}
