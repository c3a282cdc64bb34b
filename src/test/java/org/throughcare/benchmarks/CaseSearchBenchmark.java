package org.throughcare.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.casefile.ManyCases;
import org.throughcare.casefile.ManyCases.Narrow;

/**
 * How long the first page of a search takes among 100,000 sealed cases, 20,000 of them open with 100,000 tasks, at twelve
 * sites on PostgreSQL. Run it with {@code mvn -Dskip.frontend -Dtest=CaseSearchBenchmark -DargLine=-Duser.timezone=UTC
 * test}, so that Java optimizes as in production; it prints the median and the worst of eleven.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
@Import(ManyCases.class)
class CaseSearchBenchmark extends ProcessTest {

    private static final int CASES = 100_000;
    private static final int ROUNDS = 11;
    private static final List<String> ONE_SITE = List.of("site0");

    @Autowired
    ManyCases estate;

    @Test
    void firstPages() {
        estate.make(CASES);
        System.out.printf("%n%-52s %8s %8s %6s%n", "100,000 cases, milliseconds", "median", "worst", "cases");
        for (List<String> sites : List.of(ONE_SITE, ManyCases.SITES)) {
            String where = sites.size() == 1 ? "one site: " : "all sites: ";
            for (Narrow narrow : Narrow.values()) {
                line(where + narrow, () -> estate.firstPage(sites, true, "", true, narrow));
            }
            line(where + "open and closed", () -> estate.firstPage(sites, true, "", false, Narrow.NOTHING));
            words(where + "name", sites, ManyCases.name(60));
            words(where + "first name", sites, "Gulnara");
            words(where + "misspelt name", sites, "Gulnarra");
            words(where + "beginning of a name", sites, "mac");
            words(where + "prison number", sites, ManyCases.prisonNumber(60));
            words(
                    where + "beginning of a prison number",
                    sites,
                    ManyCases.prisonNumber(60).substring(0, 4));
            words(where + "case number", sites, ManyCases.caseNumber(60));
            words(where + "end of a case number", sites, "00060");
            words(where + "date of birth", sites, "1963-02-03");
            line(where + "overdue Gulnara", () -> estate.firstPage(sites, true, "Gulnara", true, Narrow.OVERDUE));
        }
        line("manager: case number", () -> estate.firstPage(ManyCases.SITES, false, "00060", false, Narrow.NOTHING));
    }

    private void words(String what, List<String> sites, String words) {
        line(what, () -> estate.firstPage(sites, true, words, false, Narrow.NOTHING));
    }

    private static void line(String what, IntSupplier question) {
        int found = question.getAsInt();
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            question.getAsInt();
            nanos[round] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf("%-52s %8.1f %8.1f %6d%n", what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS - 1] / 1e6, found);
    }
}
