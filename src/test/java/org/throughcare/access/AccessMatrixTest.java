package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.throughcare.WebTest;
import org.throughcare.casefile.Facts;

/**
 * Every route of the running application and every operation of the engine's interface, asked by each kind of user, about
 * a woman at another site. Whoever has nothing to do with her reads no byte about her, whatever the question.
 */
class AccessMatrixTest extends WebTest {

    private static final String MARK = "Quetzalhof";
    private static final String PRISON_NUMBER = "Q7391ZQ";
    private static final Path OPEN_IN_ENGINE = Path.of("src/test/resources/access/open-in-engine.csv");

    /** Nobody signed in, and somebody who was deleted a moment ago. */
    private static final List<String> STRANGERS = List.of("nobody", "removed");

    private static final Map<String, String> STAFF = Map.of(
            "elsewhere", "caseManager.south",
            "unrelated", "programmeFacilitator.north",
            "provider", "provider.harbourHouse",
            "manager", "manager",
            "analyst", "analyst",
            "admin", "camunda-admin");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private String caseNumber;
    private Map<String, String> ids;

    @BeforeEach
    void aWomanAtNorth() {
        STAFF.forEach((kind, group) -> person("matrix." + kind, group));
        person("matrix.removed", "caseManager.north");
        identityService.deleteUser("matrix.removed");
        caseNumber = cases.openWithPrisonNumber(PRISON_NUMBER)
                .map(open -> open.caseNumber())
                .orElseGet(this::admit);
        start("admission", caseNumber);
        runJobs();
        var task = task(caseNumber, "UserTask_MeetOnArrival");
        ids = new LinkedHashMap<>();
        ids.put("/task/{id}", "/task/" + task.getId());
        ids.put("/process-instance/{id}", "/process-instance/" + task.getProcessInstanceId());
        ids.put("/execution/{id}", "/execution/" + task.getExecutionId());
        ids.put("/history/process-instance/{id}", "/history/process-instance/" + task.getProcessInstanceId());
        ids.put("/process-definition/{id}", "/process-definition/" + task.getProcessDefinitionId());
        ids.put("/process-definition/key/{key}", "/process-definition/key/admission");
        ids.put("/deployment/{id}", "/deployment/x");
    }

    private String admit() {
        String number = cases.open(new org.throughcare.casefile.NewCase(
                        PRISON_NUMBER,
                        MARK + " Name",
                        java.time.LocalDate.of(1971, 3, 9),
                        "north",
                        java.time.LocalDate.of(2026, 1, 10),
                        "sentenced",
                        java.time.LocalDate.of(2026, 9, 9),
                        MARK + " District",
                        MARK + "ish"))
                .caseNumber();
        Map<String, Object> known = new LinkedHashMap<>();
        Set.of("currentMedicines", "threatFrom", "safeContactRule", "ownAccount", "hopesAfterRelease")
                .forEach(fact -> known.put(fact, MARK + " " + fact));
        facts.put(number, Facts.CASE, known, "test");
        journal.write(number, "formSubmitted", "Form submitted.", Map.of("answers", known));
        return number;
    }

    @Test
    void noRouteOfTheApplicationTellsOfHerToWhoHasNothingToDoWithHer() {
        List<String> wrong = new ArrayList<>();
        for (String route : routesOfTheApplication()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1)
                    .replaceAll("\\{caseNumber[^}]*}", caseNumber)
                    .replaceAll("\\{[^}]+}", "x");
            for (String kind : STRANGERS) {
                int status = ask(kind, method, path).status();
                if (status != 401) {
                    wrong.add(route + " answers " + status + " to " + kind);
                }
            }
            STAFF.keySet().forEach(kind -> {
                Answer answer = ask(kind, method, path);
                boolean ofHer = path.contains(caseNumber);
                if (answer.status() >= 500) {
                    wrong.add(route + " fails for " + kind + ": " + answer.text());
                }
                if (told(kind, answer)) {
                    wrong.add(route + " tells " + kind + " of her: " + answer.text());
                }
                if (ofHer
                        && answer.status() < 300
                        && Set.of("elsewhere", "provider", "analyst", "admin").contains(kind)) {
                    wrong.add(route + " is open to " + kind);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** Calendar programs do not sign in: their door knows secrets only, and signing in opens nothing there. */
    @Test
    void theDoorForCalendarsOpensToNobodyWithoutASecret() {
        List<String> everybody = new ArrayList<>(STRANGERS);
        everybody.addAll(STAFF.keySet());
        for (String kind : everybody) {
            for (String secret : List.of("mine", "x".repeat(43), "%27or%271", caseNumber)) {
                Answer answer = ask(kind, "GET", "/calendar/" + secret + ".ics");
                assertThat(answer.status()).as(kind + " " + secret).isEqualTo(404);
                assertThat(answer.text()).doesNotContain(MARK, caseNumber);
            }
        }
    }

    @Test
    void searchesListsAndCountsTellNothingOfHer() {
        List<String> questions = List.of(
                "/api/cases?query=" + MARK,
                "/api/cases?query=" + PRISON_NUMBER,
                "/api/cases?query=" + caseNumber,
                "/api/cases?query=" + MARK.substring(0, 5),
                "/engine-rest/task/count?processInstanceBusinessKey=" + caseNumber,
                "/engine-rest/task?processInstanceBusinessKeyLike=%25" + caseNumber.substring(6) + "%25",
                "/engine-rest/task?sortBy=name&sortOrder=asc",
                "/engine-rest/task?processVariables=caseNumber_eq_" + caseNumber,
                "/engine-rest/task?taskId=" + ids.get("/task/{id}").substring(6),
                "/api/admissions/import?q=" + MARK,
                "/cases?query=" + MARK);
        for (String kind : List.of("elsewhere", "provider", "analyst")) {
            for (String question : questions) {
                String text = ask(kind, "GET", question).text();
                assertThat(text.replace("query=" + caseNumber, ""))
                        .as(kind + " " + question)
                        .doesNotContain(
                                MARK, PRISON_NUMBER, ids.get("/task/{id}").substring(6));
            }
            assertThat(ask(kind, "GET", "/engine-rest/task/count?processInstanceBusinessKey=" + caseNumber)
                            .text())
                    .as(kind)
                    .doesNotContain("\"count\":1");
            assertThat(post("matrix." + kind, "/api/cases/cards", Map.of("caseNumbers", List.of(caseNumber)))
                            .text())
                    .doesNotContain(MARK);
            assertThat(post(
                                    "matrix." + kind,
                                    "/api/tasks/cards",
                                    Map.of(
                                            "taskIds",
                                            List.of(ids.get("/task/{id}").substring(6))))
                            .text())
                    .doesNotContain(MARK);
        }
    }

    /** The file is the whole of what is open in the engine's interface. A line that is new here is a decision. */
    @Test
    void theEnginesInterfaceIsOpenWhereTheFileSaysSoAndNowhereElse() throws IOException {
        Map<String, Set<String>> open = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (EngineOperation operation : EngineOperation.all()) {
            String path = operation.at("GET".equals(operation.method()) ? ids : Map.of());
            for (String kind : STRANGERS) {
                int status = ask(kind, operation.method(), path).status();
                if (status != 401) {
                    wrong.add(operation + " answers " + status + " to " + kind);
                }
            }
            STAFF.keySet().forEach(kind -> {
                Answer answer = ask(kind, operation.method(), path);
                if (answer.status() >= 500) {
                    wrong.add(operation + " fails for " + kind + ": " + answer.text());
                }
                if (answer.text().contains(MARK) || answer.text().contains(PRISON_NUMBER)) {
                    wrong.add(operation + " tells " + kind + " of her: " + answer.text());
                }
                if (answer.status() != 401 && answer.status() != 403) {
                    open.computeIfAbsent(operation.toString(), key -> new TreeSet<>())
                            .add(kind);
                }
            });
        }
        List<String> lines = open.entrySet().stream()
                .map(line -> line.getKey().replace(" ", ",") + "," + String.join(" ", line.getValue()))
                .toList();
        Files.createDirectories(Path.of("target/access"));
        Files.write(Path.of("target/access/open-in-engine.csv"), lines);
        assertThat(wrong).isEmpty();
        assertThat(lines)
                .as("what is open now stands in target/access/open-in-engine.csv")
                .containsExactlyElementsOf(Files.readAllLines(OPEN_IN_ENGINE));
    }

    /** Staff of her site who have nothing to do with her may know who she is; managers may read codes. */
    private static boolean told(String kind, Answer answer) {
        String text = answer.text();
        if (kind.equals("unrelated")) {
            return List.of("currentMedicines", "threatFrom", "safeContactRule", "ownAccount", "hopesAfterRelease")
                            .stream()
                            .anyMatch(fact -> text.contains(MARK + " " + fact))
                    || text.contains(MARK + " District");
        }
        return text.contains(MARK) || text.contains(PRISON_NUMBER) || text.contains("1971-03-09");
    }

    private Answer ask(String kind, String method, String path) {
        if (kind.equals("removed")) {
            clock.freezeAt(clock.instant().plusSeconds(2));
        }
        String user = kind.equals("nobody") ? null : "matrix." + kind;
        var request = request(user, path);
        boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(method);
        if (!reads) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(
                method, reads || "DELETE".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    private Set<String> routesOfTheApplication() {
        return routes.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPatternValues().stream().noneMatch("/error"::equals))
                .flatMap(info -> info.getPatternValues().stream().flatMap(pattern -> Optional.of(
                                info.getMethodsCondition().getMethods())
                        .filter(methods -> !methods.isEmpty())
                        .map(methods -> methods.stream().map(Enum::name))
                        .orElseGet(() -> java.util.stream.Stream.of("GET"))
                        .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
