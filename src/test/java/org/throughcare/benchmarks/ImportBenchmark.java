package org.throughcare.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;
import org.throughcare.WebTest;

/**
 * A file of 5,000 admissions over HTTP into PostgreSQL, each with its running journey: the time for each thousand rows, so
 * that the last can be compared with the first. Run it with {@code mvn -Dskip.frontend -Dtest=ImportBenchmark
 * -DargLine=-Duser.timezone=UTC test}.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class ImportBenchmark extends WebTest {

    private static final int ROWS = 5_000;
    private static final String NAMES = "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus\n";

    @Test
    void fiveThousandAdmissions() throws Exception {
        person("custodySystem", "custodySystem");
        byte[] file = (NAMES
                        + IntStream.range(0, ROWS)
                                .mapToObj(ImportBenchmark::row)
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://localhost:" + port + "/api/admissions/import")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", basic("custodySystem", "custodySystem"));
        connection.setRequestProperty("Content-Type", "text/csv; charset=utf-8");
        connection.setRequestProperty("Accept", "application/x-ndjson");
        connection.setDoOutput(true);
        connection.getOutputStream().write(file);

        long begin = System.nanoTime();
        long thousandBegan = begin;
        int rows = 0;
        try (BufferedReader answer =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                rows += line.contains("\"status\":\"created\"") ? 1 : 0;
                if (rows % 1_000 == 0 && line.contains("\"status\"")) {
                    long now = System.nanoTime();
                    System.out.printf("rows to %,d: %.1f s%n", rows, (now - thousandBegan) / 1e9);
                    thousandBegan = now;
                }
            }
        }
        System.out.printf("%,d rows: %.1f s%n", rows, (System.nanoTime() - begin) / 1e9);
        assertThat(rows).isEqualTo(ROWS);
    }

    private static String row(int number) {
        return "%c%04dBM,Woman %d,%s,%s,2026-01-10,%s"
                .formatted(
                        'A' + number / 10_000,
                        number % 10_000,
                        number,
                        LocalDate.of(1996, 1, 1).minusDays(number * 2L),
                        number % 2 == 0 ? "north" : "south",
                        number % 4 == 0 ? "remand" : "sentenced");
    }
}
