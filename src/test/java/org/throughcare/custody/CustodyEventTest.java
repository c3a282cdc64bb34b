package org.throughcare.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;
import org.throughcare.casefile.CaseFile;

class CustodyEventTest extends WebTest {

    private static int women = 1000;

    private String prisonNumber;

    @BeforeEach
    void people() {
        person("custodySystem", "custodySystem");
        person("receptionOfficer.north", "receptionOfficer.north");
        person("receptionOfficer.south", "receptionOfficer.south");
        person("healthcare.north", "healthcare.north");
        prisonNumber = "C" + women++ + "EV";
    }

    @Test
    void anAdmissionOpensOneCaseAndTheSameEventAgainChangesNothing() {
        Map<String, Object> admitted = admission("north");

        Answer first = report("receptionOfficer.north", admitted);
        Answer again = report("receptionOfficer.north", admitted);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        CaseFile file = cases.openWithPrisonNumber(prisonNumber).orElseThrow();
        assertThat(first.json().path("caseNumber").asText()).isEqualTo(file.caseNumber());
        assertThat(file.homeDistrict()).isEqualTo("Northtown");
        assertThat(runningJourneys(file.caseNumber())).isEqualTo(1);
        assertThat(journalOf(file.caseNumber(), "caseOpened")).hasSize(1);
    }

    @Test
    void aHundredIdenticalEventsAtOnceHaveOneEffect() throws Exception {
        Map<String, Object> admitted = admission("north");

        List<Answer> answers = atOnce(100, number -> () -> report("custodySystem", admitted));

        assertThat(answers.stream().map(Answer::status).collect(Collectors.toSet()))
                .isEqualTo(Set.of(200, 201));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(runningJourneys(
                        cases.openWithPrisonNumber(prisonNumber).orElseThrow().caseNumber()))
                .isEqualTo(1);
    }

    @Test
    void differentEventsForTheSameWomanAtOnceOpenOneCase() throws Exception {
        List<Answer> answers = atOnce(20, number -> () -> report("custodySystem", admission("north")));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(19);
    }

    @Test
    void aSecondOpenCaseIsRefusedWithTheNumberOfTheFirst() {
        String caseNumber = admit();

        Answer second = report("receptionOfficer.south", admission("south"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(second.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void badContentNamesEveryField() {
        Map<String, Object> event = new HashMap<>(event("releaseDateChanged"));
        event.put("prisonNumber", "12");
        event.put("occurredAt", "yesterday");
        event.put("releaseDate", "2026-02-30");
        event.put("colour", "blue");

        Answer refused = report("custodySystem", event);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("prisonNumber", "occurredAt", "releaseDate", "colour");
        assertThat(refused.text()).doesNotContain("2026-02-30", "yesterday", "blue");
    }

    @Test
    void aRefusedRegistrationNamesTheFieldAndLeavesNothing() {
        Map<String, Object> admitted = new HashMap<>(admission("north"));
        admitted.put("legalStatus", "guest");

        Answer refused = report("custodySystem", admitted);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("legalStatus");
        assertThat(cases.openWithPrisonNumber(prisonNumber)).isEmpty();
        admitted.put("legalStatus", "sentenced");
        assertThat(report("custodySystem", admitted).status()).isEqualTo(201);
    }

    @Test
    void brokenJsonAndWrongShapesAreRefused() {
        assertThat(post("custodySystem", "/api/custody-events", "{\"eventId\":").status())
                .isEqualTo(400);
        assertThat(post("custodySystem", "/api/custody-events", "[]").status()).isEqualTo(400);
        assertThat(post("custodySystem", "/api/custody-events", "").status()).isEqualTo(400);
    }

    @Test
    void anUnknownWomanIsNotFound() {
        Answer refused = report("custodySystem", event("released"));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("detail").asText()).contains("prisonNumber");
    }

    @Test
    void anEventFromTheFutureIsRefused() {
        Map<String, Object> event = new HashMap<>(event("released"));
        event.put("occurredAt", "2026-01-13T09:00:00Z");

        Answer refused = report("custodySystem", event);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly("occurredAt");
    }

    @Test
    void theReleaseDateMovesAndBecomesUnknown() {
        String caseNumber = admit();

        assertThat(report("custodySystem", moved("2026-01-12T08:00:00Z", "2026-06-01"))
                        .status())
                .isEqualTo(201);
        assertThat(cases.get(caseNumber).releaseDate()).hasToString("2026-06-01");

        assertThat(report("custodySystem", moved("2026-01-12T08:30:00Z", null)).status())
                .isEqualTo(201);
        assertThat(cases.get(caseNumber).releaseDateIfKnown()).isEmpty();
    }

    @Test
    void anEventThatWasOvertakenIsRecordedAndNotApplied() {
        String caseNumber = admit();
        report("custodySystem", moved("2026-01-12T08:30:00Z", "2026-06-01"));

        Answer late = report("custodySystem", moved("2026-01-12T08:00:00Z", "2026-05-01"));

        assertThat(late.status()).isEqualTo(201);
        assertThat(late.json().path("applied").asBoolean()).isFalse();
        assertThat(late.json().path("detail").asText()).contains("newer");
        assertThat(cases.get(caseNumber).releaseDate()).hasToString("2026-06-01");
    }

    @Test
    void sheIsTransferredByEitherSiteAndTheCaseGoesWithHer() {
        String caseNumber = admit();

        assertThat(report("receptionOfficer.south", event("transferred", Map.of("toSite", "south")))
                        .status())
                .isEqualTo(201);
        runJobs();

        assertThat(cases.get(caseNumber).site()).isEqualTo("south");
    }

    @Test
    void deathAndDeportationCloseTheCaseInTheirName() {
        String caseNumber = admit();

        assertThat(report("custodySystem", event("deported")).status()).isEqualTo(201);
        runJobs();

        assertThat(cases.get(caseNumber).isOpen()).isFalse();
        assertThat(cases.get(caseNumber).closingReason()).isEqualTo("deported");
        Answer again = report("custodySystem", event("died"));
        assertThat(again.json().path("applied").asBoolean()).isFalse();
    }

    @Test
    void aClosedCaseIsReopenedWhenSheReturns() {
        String caseNumber = admit();
        report("custodySystem", event("deported"));
        runJobs();

        Answer returned = report(
                "receptionOfficer.south",
                event(
                        "returnedToCustody",
                        Map.of("site", "south", "legalStatus", "recalled", "releaseDate", "2026-03-01")));

        assertThat(returned.status()).as(returned.text()).isEqualTo(201);
        assertThat(cases.get(caseNumber).isOpen()).isTrue();
        assertThat(cases.get(caseNumber).episode()).isEqualTo(2);
        assertThat(cases.get(caseNumber).site()).isEqualTo("south");
    }

    @Test
    void sheIsReleased() {
        String caseNumber = admit();

        assertThat(report("receptionOfficer.north", event("released")).status()).isEqualTo(201);

        assertThat(report("receptionOfficer.north", event("released")).status()).isEqualTo(201);
        assertThat(cases.get(caseNumber).isOpen()).isTrue();
    }

    @Test
    void onlyTheSitesReceptionAndThePrisonsSystemReport() {
        assertThat(report("receptionOfficer.south", admission("north")).status())
                .isEqualTo(403);
        assertThat(report("healthcare.north", admission("north")).status()).isEqualTo(403);
        assertThat(report(null, admission("north")).status()).isEqualTo(401);
        admit();
        assertThat(report("receptionOfficer.south", moved("2026-01-12T08:00:00Z", "2026-06-01"))
                        .status())
                .isEqualTo(403);
    }

    private String admit() {
        Answer admitted = report("custodySystem", admission("north"));
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(201);
        return admitted.json().path("caseNumber").asText();
    }

    private Answer report(String user, Map<String, Object> event) {
        return post(user, "/api/custody-events", event);
    }

    private Map<String, Object> event(String type) {
        return event(type, Map.of());
    }

    private Map<String, Object> event(String type, Map<String, Object> fields) {
        Map<String, Object> event = new HashMap<>(fields);
        event.put("eventId", UUID.randomUUID().toString());
        event.put("type", type);
        event.put("prisonNumber", prisonNumber);
        event.put("occurredAt", "2026-01-12T08:45:00Z");
        return event;
    }

    private Map<String, Object> moved(String occurredAt, String releaseDate) {
        Map<String, Object> event = event("releaseDateChanged");
        event.put("occurredAt", occurredAt);
        event.put("releaseDate", releaseDate);
        event.put("reason", "Sentence recalculated.");
        return event;
    }

    private Map<String, Object> admission(String site) {
        Map<String, Object> event = event(
                "admitted",
                Map.of(
                        "womanName", "Sophie Example",
                        "dateOfBirth", "1990-05-01",
                        "site", site,
                        "admissionDate", "2026-01-12",
                        "legalStatus", "sentenced",
                        "releaseDate", "2027-01-12",
                        "homeDistrict", "Northtown",
                        "language", "en"));
        event.put("occurredAt", "2026-01-12T07:30:00Z");
        return event;
    }

    private long runningJourneys(String caseNumber) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("journey")
                .processInstanceBusinessKey(caseNumber)
                .count();
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<Callable<T>> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running =
                    threads.invokeAll(IntStream.range(0, times).mapToObj(call).toList());
            return running.stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
