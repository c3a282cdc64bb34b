package org.throughcare.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughcare.nodes.Node;

/** One file of admissions, answered row by row, sent as often as it takes. */
final class BrokenImport {

    private static final String NAMES =
            "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus,releaseDate\n";

    private final Estate estate;
    private final List<String> prisonNumbers = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final String file;

    BrokenImport(Estate estate, int rows) {
        this.estate = estate;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(NAMES);
        for (int row = 0; row < rows; row++) {
            String prisonNumber = Load.nextPrisonNumber();
            prisonNumbers.add(prisonNumber);
            text.append("%s,Woman %s,%s,%s,%s,sentenced,%s%n"
                    .formatted(
                            prisonNumber,
                            prisonNumber,
                            today.minusYears(19).minusDays(row * 3L),
                            Estate.SITES.get(row % 2),
                            today,
                            today.plusDays(300 + row % 500)));
        }
        this.file = text.toString();
    }

    /** Sends it, and does that when so many rows were answered; how many rows were answered in the end. */
    long sendUntil(int rows, Runnable fault) throws IOException {
        long seen = 0;
        try (Stream<String> lines = lines()) {
            for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                if (keep(Caller.JSON.readTree(all.next())) && ++seen == rows) {
                    fault.run();
                }
            }
        } catch (UncheckedIOException e) {
            estate.ledger.withoutAnswer();
        }
        return seen;
    }

    /** Sends it and answers the totals. */
    JsonNode sendWhole() throws IOException {
        Optional<JsonNode> totals = Optional.empty();
        try (Stream<String> lines = lines()) {
            for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                JsonNode line = Caller.JSON.readTree(all.next());
                keep(line);
                totals = line.has("totals") ? Optional.of(line.get("totals")) : totals;
            }
        }
        return totals.orElseThrow(() -> new AssertionError("The import has no totals."));
    }

    private Stream<String> lines() throws IOException {
        Node node = estate.node(0);
        HttpRequest request = HttpRequest.newBuilder(node.address().resolve("/api/admissions/import"))
                .header("Authorization", Estate.CUSTODY.basic())
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString(file))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean keep(JsonNode line) {
        String caseNumber = line.path("caseNumber").asText();
        if (caseNumber.isEmpty()) {
            return false;
        }
        String prisonNumber = prisonNumbers.get(line.path("line").asInt() - 2);
        String before = estate.ledger.cases().get(prisonNumber);
        if (before != null && !before.equals(caseNumber)) {
            changed.add(prisonNumber + ": " + before + ", then " + caseNumber);
        }
        estate.ledger.admission(prisonNumber, caseNumber);
        return true;
    }

    /** Rows that got another case the second time. */
    List<String> changed() {
        return changed;
    }
}
