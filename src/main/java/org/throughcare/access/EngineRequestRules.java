package org.throughcare.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What of the engine's interface is open, and to whom. A request that no line allows is refused. The engine's own
 * authorizations are asked after this: a line here opens the door, the engine decides what lies behind it.
 *
 * <p>Open to nobody: deploying (a deployment right is the right to run code), completing a task past its form, starting
 * a process past its start form, evaluating decisions, notes and attachments (they would put personal facts into the
 * engine), and the engine's raw stack traces.
 */
@Component
class EngineRequestRules {

    /** The engine's ids hold digits; "count", "delete" or "statistics" in the place of one is another operation. */
    private static final String AN_ID = "{id:.*[0-9].*}";

    private static final Predicate<SignedIn> ANYBODY =
            person -> !person.groups().isEmpty();
    private static final Predicate<SignedIn> ADMINISTRATOR = person -> person.in(StaffGroups.ADMINISTRATOR);
    private static final Predicate<SignedIn> WATCHER = ADMINISTRATOR.or(person -> person.in(StaffGroups.MANAGER));
    private static final Predicate<SignedIn> ANALYST = WATCHER.or(person -> person.in(StaffGroups.ANALYST));
    private static final Predicate<SignedIn> SUPERVISOR =
            person -> person.groups().stream().anyMatch(group -> group.startsWith(StaffGroups.SUPERVISOR + "."));

    private static final List<Rule> RULES = Stream.of(
                    herself(), tasks(), starting(), reassigning(), watching(), decisions(), administration())
            .flatMap(List::stream)
            .toList();

    private final TaskDoor tasks;

    EngineRequestRules(TaskDoor tasks) {
        this.tasks = tasks;
    }

    private static List<Rule> herself() {
        return List.of(
                allow(ANYBODY, "GET", "/engine", "/version", "/identity/password-policy", "/authorization/check"),
                allow(ANYBODY, "POST", "/identity/password-policy")
                        .when(call -> call.body().path("password").isTextual()),
                allow(ANYBODY, "OPTIONS", "/**"),
                allow(ANYBODY, "GET", "/identity/groups").when(EngineCall::userInQueryIsHerself),
                allow(ANYBODY, "GET", "/user/{user}/profile").when(EngineCall::userInPathIsHerself),
                allow(ANYBODY, "PUT", "/user/{user}/credentials").when(EngineCall::userInPathIsHerself));
    }

    private static List<Rule> tasks() {
        return List.of(
                allow(ANYBODY, "GET", "/task", "/task/count", "/task/{task}"),
                allow(ANYBODY, "POST", "/task", "/task/count"),
                allow(ANYBODY, "GET", "/filter", "/filter/count", "/filter/{id}"),
                allow(ANYBODY, "GET,POST", "/filter/{id}/list", "/filter/{id}/singleResult", "/filter/{id}/count"),
                allow(ANYBODY, "GET", "/task/{task}/form", "/task/{task}/form-variables")
                        .when(EngineCall::taskIsHers),
                allow(ANYBODY, "GET", "/task/{task}/deployed-form", "/task/{task}/rendered-form")
                        .when(EngineCall::taskIsHers),
                allow(ANYBODY, "GET", "/task/{task}/identity-links", "/task/{task}/comment", "/task/{task}/attachment")
                        .when(EngineCall::taskIsHers),
                allow(ANYBODY, "POST", "/task/{task}/submit-form", "/task/{task}/unclaim")
                        .when(EngineCall::taskIsHers),
                allow(ANYBODY, "POST", "/task/{task}/claim", "/task/{task}/assignee")
                        .when(call -> call.taskIsHers() && call.userInBodyIsHerselfOrNobody()));
    }

    private static List<Rule> starting() {
        return List.of(
                allow(ANYBODY, "GET", "/process-definition", "/process-definition/count"),
                allow(ANYBODY, "GET", definition("process-definition", "", "/xml", "/startForm", "/form-variables")),
                allow(ANYBODY, "GET", definition("process-definition", "/deployed-start-form", "/rendered-form")),
                allow(ANYBODY, "POST", definition("process-definition", "/submit-form")),
                allow(ANYBODY, "GET", "/case-definition", "/case-definition/count", "/case-definition/{id}"),
                allow(ANYBODY, "GET", "/process-instance/{id}"),
                allow(ANYBODY, "GET", "/history/user-operation", "/history/user-operation/count"));
    }

    private static List<Rule> reassigning() {
        return List.of(
                allow(SUPERVISOR.or(WATCHER), "GET", "/user", "/user/count", "/group", "/group/count"),
                allow(SUPERVISOR.or(WATCHER), "POST", "/group", "/group/count"),
                allow(SUPERVISOR.or(WATCHER), "GET", "/user/{user}/profile"),
                allow(SUPERVISOR, "POST", "/task/{task}/assignee").when(EngineCall::supervisesTask),
                allow(WATCHER, "GET", "/task/{task}/identity-links"));
    }

    private static List<Rule> watching() {
        return List.of(
                allow(WATCHER, "GET", collection("process-instance", "execution", "incident", "job", "job-definition")),
                allow(WATCHER, "POST", lists("process-instance", "execution", "job", "job-definition")),
                allow(WATCHER, "GET", collection("variable-instance", "external-task", "event-subscription", "batch")),
                allow(WATCHER, "POST", lists("variable-instance", "external-task")),
                allow(WATCHER, "GET", collection("case-instance", "case-execution", "deployment", "tenant")),
                allow(WATCHER, "GET", "/process-instance/{id}/activity-instances", "/process-instance/{id}/variables"),
                allow(WATCHER, "GET", "/execution/{id}/localVariables", "/task/{task}/variables"),
                allow(WATCHER, "GET", "/process-definition/statistics"),
                allow(WATCHER, "GET", definition("process-definition", "/statistics", "/diagram")),
                allow(WATCHER, "GET", definition("process-definition", "/static-called-process-definitions")),
                allow(WATCHER, "GET", "/deployment/{id}/resources", "/deployment/{id}/resources/{resource}"),
                allow(WATCHER, "GET", "/deployment/{id}/resources/{resource}/data", "/deployment/registered"),
                allow(WATCHER, "GET", "/batch/statistics", "/batch/statistics/count", "/schema/log"),
                allow(WATCHER, "GET", "/task/report/candidate-group-count", "/telemetry/configuration"),
                allow(WATCHER, "GET", history("process-instance", "activity-instance", "task", "incident")),
                allow(WATCHER, "POST", lists("history/process-instance", "history/activity-instance", "history/task")),
                allow(WATCHER, "GET", history("variable-instance", "decision-instance", "detail", "identity-link-log")),
                allow(WATCHER, "POST", lists("history/variable-instance", "history/detail")),
                allow(WATCHER, "GET", history("job-log", "external-task-log", "batch", "case-instance")),
                allow(WATCHER, "GET", "/history/*/{id}/statistics", "/history/process-instance/report"),
                allow(WATCHER, "GET", "/history/task/report", "/history/cleanup/**"));
    }

    private static List<Rule> decisions() {
        return List.of(
                allow(ANALYST, "GET", collection("decision-definition", "decision-requirements-definition")),
                allow(ANALYST, "GET", definition("decision-definition", "/xml", "/diagram")),
                allow(ANALYST, "GET", definition("decision-requirements-definition", "/xml", "/diagram")),
                allow(ANALYST, "GET", "/process-definition/statistics", "/process-instance/count", "/incident/count"),
                allow(ANALYST, "GET", definition("process-definition", "/statistics")),
                allow(ANALYST, "GET", "/job-definition", "/task/report/candidate-group-count"),
                allow(ANALYST, "POST", "/process-instance/count", "/history/task/count"),
                allow(ANALYST, "GET", "/deployment/count", "/batch/count", "/external-task/count", "/job/count"),
                allow(ANALYST, "GET", "/history/decision-requirements-definition/{id}/statistics"),
                allow(ANALYST, "GET", history("decision-instance")));
    }

    private static List<Rule> administration() {
        return List.of(
                allow(ADMINISTRATOR, "POST", "/user/create", "/user/{user}/unlock", "/group/create"),
                allow(ADMINISTRATOR, "GET,PUT,DELETE", "/user/{user}", "/group/{group}", "/authorization/{id}"),
                allow(ADMINISTRATOR, "PUT", "/user/{user}/profile", "/user/{user}/credentials"),
                allow(ADMINISTRATOR, "PUT,DELETE", "/group/{group}/members/{user}"),
                allow(ADMINISTRATOR, "GET", "/identity/groups", "/authorization", "/authorization/count"),
                allow(ADMINISTRATOR, "POST", "/authorization/create"),
                allow(ADMINISTRATOR, "POST", "/job/{id}/execute", "/job/{id}/duedate/recalculate", "/job/retries"),
                allow(ADMINISTRATOR, "PUT", "/job/{id}/retries", "/job/{id}/duedate", "/job/{id}/suspended"),
                allow(
                        ADMINISTRATOR,
                        "PUT",
                        "/job/suspended",
                        "/job-definition/{id}/retries",
                        "/job-definition/suspended"),
                allow(ADMINISTRATOR, "PUT", "/job-definition/{id}/suspended", "/job-definition/{id}/jobPriority"),
                allow(ADMINISTRATOR, "PUT,DELETE", "/incident/{id}/annotation", "/incident/{id}"),
                allow(ADMINISTRATOR, "PUT", "/process-instance/{id}/suspended", "/process-instance/suspended"),
                allow(ADMINISTRATOR, "PUT", definition("process-definition", "/suspended", "/history-time-to-live")),
                allow(ADMINISTRATOR, "DELETE", "/process-instance/{id}", "/batch/{id}"),
                allow(ADMINISTRATOR, "POST", "/process-instance/{id}/modification", "/process-instance/job-retries"),
                allow(ADMINISTRATOR, "POST", "/process-instance/{id}/modification-async", "/modification/**"),
                allow(ADMINISTRATOR, "POST", "/process-instance/{id}/variables", "/migration/**", "/message"),
                allow(ADMINISTRATOR, "PUT,DELETE", "/process-instance/{id}/variables/{name}"),
                allow(ADMINISTRATOR, "POST", "/execution/{id}/messageSubscriptions/{name}/trigger"),
                allow(ADMINISTRATOR, "PUT", "/batch/{id}/suspended", "/task/{task}/localVariables/{name}"));
    }

    /** Whether a line allows it. */
    boolean allow(SignedIn person, HttpServletRequest request, PathContainer path, JsonNode body) {
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return RULES.stream()
                .filter(rule -> rule.methods().contains(method) && rule.who().test(person))
                .anyMatch(rule -> rule.pathVariables(path)
                        .filter(found -> rule.condition()
                                .test(new EngineCall(person, request, found.getUriVariables(), body, tasks)))
                        .isPresent());
    }

    private static Rule allow(Predicate<SignedIn> who, String methods, String... paths) {
        return new Rule(
                who,
                Set.of(methods.split(",")),
                Stream.of(paths)
                        .map(path -> path.replace("{id}", AN_ID))
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList(),
                call -> true);
    }

    /** A collection and its members: list, count, one. */
    private static String[] collection(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of("/" + name, "/" + name + "/count", "/" + name + "/{id}"))
                .toArray(String[]::new);
    }

    /** Lists and counts that are asked for with a body. */
    private static String[] lists(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of("/" + name, "/" + name + "/count"))
                .toArray(String[]::new);
    }

    private static String[] history(String... names) {
        return Stream.of(collection(names)).map(path -> "/history" + path).toArray(String[]::new);
    }

    /** Something of a definition, named by id or by key. */
    private static String[] definition(String name, String... things) {
        return Stream.of(things)
                .flatMap(thing -> Stream.of("/" + name + "/{id}" + thing, "/" + name + "/key/{key}" + thing))
                .toArray(String[]::new);
    }

    private record Rule(
            Predicate<SignedIn> who, Set<String> methods, List<PathPattern> paths, Predicate<EngineCall> condition) {

        Rule when(Predicate<EngineCall> narrower) {
            return new Rule(who, methods, paths, narrower);
        }

        Optional<PathPattern.PathMatchInfo> pathVariables(PathContainer path) {
            return paths.stream()
                    .map(pattern -> Optional.ofNullable(pattern.matchAndExtract(path)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }
}
