package org.throughcare.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;

class AdmissionImportTest extends WebTest {

    private static final String NAMES =
            "prisonNumber,womanName,dateOfBirth,site,admissionDate,legalStatus,releaseDate,homeDistrict,language\n";
    private static int women = 1000;

    @BeforeEach
    void people() {
        person("receptionOfficer.north", "receptionOfficer.north");
        person("custodySystem", "custodySystem");
        person("healthcare.north", "healthcare.north");
    }

    @Test
    void aBadRowIsNamedAndTheOthersAreRegistered() {
        String good = next();
        String other = next();
        JsonNode answer = send(
                        "receptionOfficer.north",
                        NAMES
                                + row(good, "\"Nakamura, \"\"Aiko\"\"\"", "north", "2027-01-01")
                                + row("12", "Two", "north", "")
                                + row(next(), "Three", "north", "2026-02-30")
                                + row(next(), "Four", "south", "")
                                + next() + ",\"Five,1990-01-01,north,2026-01-12,remand,,,\n"
                                + "too,short\n"
                                + row(other, "Seven", "north", ""))
                .json();

        assertThat(answer.path("totals").path("created").asInt()).isEqualTo(2);
        assertThat(answer.path("totals").path("refused").asInt()).isEqualTo(5);
        assertThat(refusedField(answer, 3)).isEqualTo("prisonNumber");
        assertThat(refusedField(answer, 4)).isEqualTo("releaseDate");
        assertThat(refusedField(answer, 5)).isEqualTo("site");
        assertThat(cases.openWithPrisonNumber(good).orElseThrow().womanName()).isEqualTo("Nakamura, \"Aiko\"");
        assertThat(cases.openWithPrisonNumber(other)).isPresent();
    }

    @Test
    void theSameFileAgainFindsTheCasesThatItOpened() {
        String file = NAMES + row(next(), "One", "north", "") + row(next(), "Two", "north", "");
        JsonNode first = send("receptionOfficer.north", file).json();

        JsonNode again = send("receptionOfficer.north", file).json();

        assertThat(again.path("totals").path("alreadyOpen").asInt()).isEqualTo(2);
        assertThat(again.path("rows").findValuesAsText("caseNumber"))
                .isEqualTo(first.path("rows").findValuesAsText("caseNumber"));
    }

    @Test
    void semicolonsAByteOrderMarkAndOtherLineEndsAreRead() {
        String prisonNumber = next();
        String file = "\uFEFF"
                + (NAMES + row(prisonNumber, "Zoë Łukasz", "north", ""))
                        .replace(',', ';')
                        .replace("\n", "\r\n");

        assertThat(send("receptionOfficer.north", file)
                        .json()
                        .path("totals")
                        .path("created")
                        .asInt())
                .isEqualTo(1);
        assertThat(cases.openWithPrisonNumber(prisonNumber).orElseThrow().womanName())
                .isEqualTo("Zoë Łukasz");
    }

    @Test
    void anUploadedFileShowsItsProgressLineByLine() {
        String content =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        + NAMES + row(next(), "One", "north", "") + row("bad", "Two", "north", "") + "\r\n--x--\r\n";

        Answer answer = send(request("receptionOfficer.north", "/api/admissions/import")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString(content)));

        List<String> lines = answer.text().lines().toList();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("{\"toDo\":2}");
        assertThat(lines.get(1)).contains("\"created\"");
        assertThat(lines.get(2)).contains("\"refused\"");
        assertThat(lines.get(3)).contains("totals");
    }

    @Test
    void aFileWithoutTheRightColumnsIsRefusedWhole() {
        Answer refused = send("receptionOfficer.north", "prisonNumber,womanName,colour\nA1234BC,One,blue\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .contains("colour", "dateOfBirth", "site", "admissionDate", "legalStatus");
        assertThat(send("receptionOfficer.north", "").status()).isEqualTo(400);
    }

    @Test
    void twoImportsAtOnceMakeNoDoubleCase() throws Exception {
        StringBuilder file = new StringBuilder(NAMES);
        for (int number = 0; number < 12; number++) {
            file.append(row(next(), "Woman " + number, "north", ""));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> one = threads.submit(() -> send("receptionOfficer.north", file.toString()));
            Future<Answer> two = threads.submit(() -> send("custodySystem", file.toString()));
            int created = 0;
            int open = 0;
            for (Answer answer : List.of(one.get(), two.get())) {
                created += answer.json().path("totals").path("created").asInt();
                open += answer.json().path("totals").path("alreadyOpen").asInt();
            }
            assertThat(created).isEqualTo(12);
            assertThat(open).isEqualTo(12);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyReceptionAndThePrisonsSystemImport() {
        assertThat(send("healthcare.north", NAMES).status()).isEqualTo(403);
    }

    private Answer send(String user, String file) {
        return send(request(user, "/api/admissions/import")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(file)));
    }

    private static String refusedField(JsonNode answer, int line) {
        for (JsonNode row : answer.path("rows")) {
            if (row.path("line").asInt() == line
                    && "refused".equals(row.path("status").asText())) {
                return row.path("errors").path(0).path("field").asText();
            }
        }
        return "not refused";
    }

    private static String row(String prisonNumber, String name, String site, String releaseDate) {
        return String.join(
                        ",",
                        prisonNumber,
                        name,
                        "1990-01-01",
                        site,
                        "2026-01-12",
                        "sentenced",
                        releaseDate,
                        "Northtown",
                        "en")
                + "\n";
    }

    private static String next() {
        return "I" + women++ + "MP";
    }
}
