package org.throughcare.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * The door of the engine's interface: a request passes when its content is plain JSON without expressions and a line of
 * {@link EngineRequestRules} allows it. What the engine then refuses is told in plain words.
 */
@Component
class EngineGate {

    static final String NO_RIGHT = "You do not have the right to do this.";

    private static final Pattern NOTES = Pattern.compile("/task/[^/]+/comment");
    private static final int LONGEST_CONTENT = 1024 * 1024;

    private final EngineRequestRules rules;
    private final TaskDoor tasks;
    private final ObjectMapper mapper;
    private final Problems problems;

    EngineGate(EngineRequestRules rules, TaskDoor tasks, ObjectMapper mapper, Problems problems) {
        this.rules = rules;
        this.tasks = tasks;
        this.mapper = mapper;
        this.problems = problems;
    }

    /** Lets the request through to the engine, or answers why not. */
    void pass(
            SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            PathContainer path)
            throws ServletException, IOException {
        byte[] content = request.getInputStream().readNBytes(LONGEST_CONTENT + 1);
        if (content.length > LONGEST_CONTENT) {
            problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "The request is longer than 1 MB.");
            return;
        }
        if (content.length > 0 && !isJson(request)) {
            problems.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content has to be application/json.");
            return;
        }
        Optional<JsonNode> body = read(content);
        if (body.isEmpty()) {
            problems.write(response, HttpStatus.BAD_REQUEST, "The content is not well-formed JSON.");
        } else if (holdsExpression(request, content)) {
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "Queries with expressions are not taken. Name the value itself instead.");
        } else if (path.value().endsWith("/submit-form") && !SubmittedForm.isReadable(body.get())) {
            problems.write(response, HttpStatus.BAD_REQUEST, SubmittedForm.HOW);
        } else if (!PageLimit.isKept(request)) {
            problems.write(
                    response, HttpStatus.BAD_REQUEST, "maxResults: a number from 0 to " + PageLimit.LONGEST + ".");
        } else if (!rules.allow(person, request, path, body.get())) {
            refuse(request, response, path);
        } else if ("GET".equals(request.getMethod())
                && NOTES.matcher(path.value()).matches()) {
            noNotes(response);
        } else {
            let(request, response, chain, path, content);
        }
    }

    /** Notes on tasks are closed, since they belong into the record; the Tasklist asks for them all the same. */
    private static void noNotes(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write("[]".getBytes(StandardCharsets.UTF_8));
    }

    private void let(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            PathContainer path,
            byte[] content)
            throws ServletException, IOException {
        PlainEngineErrors errors =
                new PlainEngineErrors(request, response, mapper, problems, () -> isOfFinishedTask(path));
        HttpServletRequest read = content.length == 0 ? request : new ReadRequest(request, content);
        chain.doFilter(PageLimit.of(read), errors);
        errors.finish();
    }

    /** Two people at one task: the one who comes second learns that it is done, not that she lacks a right. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, PathContainer path)
            throws IOException {
        if (isOfFinishedTask(path)) {
            HttpStatus status = "GET".equals(request.getMethod()) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
            problems.write(response, status, PlainEngineErrors.TASK_IS_FINISHED);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, NO_RIGHT);
        }
    }

    private boolean isOfFinishedTask(PathContainer path) {
        String[] parts = path.value().split("/");
        return parts.length > 2 && parts[1].equals("task") && tasks.isFinished(parts[2]);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.split(";")[0].strip().matches("application/([a-z.]+\\+)?json");
    }

    /** The content, a missing node when there is none, or nothing when it is not one well-formed JSON value. */
    private Optional<JsonNode> read(byte[] content) {
        if (content.length == 0) {
            return Optional.of(MissingNode.getInstance());
        }
        try (JsonParser parser = mapper.createParser(content)) {
            JsonNode body = mapper.readTree(parser);
            boolean alone = parser.nextToken() == null;
            return alone ? Optional.of(body == null ? MissingNode.getInstance() : body) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Looks at every name as it is written, since a tree would hide the first of two equal names. */
    private boolean holdsExpression(HttpServletRequest request, byte[] content) throws IOException {
        if (Collections.list(request.getParameterNames()).stream().anyMatch(EngineGate::isExpression)) {
            return true;
        }
        try (JsonParser parser = mapper.createParser(content)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }
}
