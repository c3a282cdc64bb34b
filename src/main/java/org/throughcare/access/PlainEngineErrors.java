package org.throughcare.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Holds back what the engine says when it refuses, and says it as a problem in plain words: no class names, no internal
 * messages. A refused form keeps naming its field.
 */
class PlainEngineErrors extends HttpServletResponseWrapper {

    static final String TASK_IS_FINISHED = "Somebody has finished this task already.";

    private static final String TASK_IS_TAKEN = "Somebody else has taken this task already. Reload to see who.";

    private static final String CACHE = "Cache-Control";
    private static final Pattern SAME_MOMENT = Pattern.compile("(?i)OptimisticLocking|ENGINE-03005|deadlock detected");
    private static final Pattern FORM_REFUSED =
            Pattern.compile("(?s)Cannot (?:submit task form|complete task|instantiate process definition) [^ ]+: (.*)");
    private static final Pattern NO_DEFINITION = Pattern.compile(
            "(?i)no (?:matching|deployed) (?:process )?definition|definition.* (?:is null|does not exist)");
    private static final Pattern NOTHING_THERE =
            Pattern.compile("(?i)\\bno .+ found\\b|does(n't| not) exist|does not have a subscription");
    private static final Set<String> FIELD_MISSING = Set.of("NullPointerException", "NullValueException");
    private static final Pattern FIELD = Pattern.compile("^\"?([A-Za-z][A-Za-z0-9_.]*)\"?:");

    private final HttpServletRequest request;
    private final ObjectMapper mapper;
    private final Problems problems;
    private final BooleanSupplier taskIsFinished;
    private ByteArrayOutputStream heldBack;
    private PrintWriter writer;
    private boolean errorSent;

    /** @param taskIsFinished whether the request is about a task that is done */
    PlainEngineErrors(
            HttpServletRequest request,
            HttpServletResponse response,
            ObjectMapper mapper,
            Problems problems,
            BooleanSupplier taskIsFinished) {
        super(response);
        this.request = request;
        this.mapper = mapper;
        this.problems = problems;
        this.taskIsFinished = taskIsFinished;
    }

    /** The engine lets browsers keep what they check again; here nobody keeps anything. */
    @Override
    public void setHeader(String name, String value) {
        if (!CACHE.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!CACHE.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (getStatus() < 400) {
            return super.getOutputStream();
        }
        return new Held(held());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (getStatus() < 400) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(held(), false, StandardCharsets.UTF_8);
        }
        return writer;
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
        errorSent = true;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (getStatus() < 400) {
            super.flushBuffer();
        }
    }

    /** Says it, when the engine refused. */
    void finish() throws IOException {
        if (isCommitted() || getStatus() < 400 || (heldBack == null && !errorSent)) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        problems.write((HttpServletResponse) getResponse(), problem(getStatus(), read()));
    }

    private JsonNode read() {
        try {
            return heldBack == null ? MissingNode.getInstance() : mapper.readTree(heldBack.toByteArray());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private ProblemDetail problem(int status, JsonNode said) {
        String message = said.path("message").asText("");
        int code = said.path("code").asInt();
        if (code == EngineErrorCodes.OPTIMISTIC_LOCKING
                || code == EngineErrorCodes.MADE_TWICE
                || SAME_MOMENT.matcher(message).find()) {
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONFLICT,
                    "Somebody else changed this at the same moment. Reload and look before you try again.");
        }
        if (status >= 500 && DatabaseTrouble.isNotedWith(request)) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, DatabaseTrouble.IN_WORDS);
        }
        if (message.contains("Password does not match policy")) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Passwords.RULE);
        }
        if ("TaskAlreadyClaimedException".equals(said.path("type").asText())) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, TASK_IS_TAKEN);
        }
        // finished in this very moment: the engine misses a right, or fails at a step that another has taken already
        boolean mayBeGone = status == HttpStatus.FORBIDDEN.value() || status >= 500;
        boolean goneMeanwhile = mayBeGone && taskIsFinished.getAsBoolean();
        if (goneMeanwhile || message.contains("Cannot find task with id")) {
            return ProblemDetail.forStatusAndDetail(
                    "GET".equals(request.getMethod()) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, TASK_IS_FINISHED);
        }
        if (NO_DEFINITION.matcher(message).find()) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, inGeneral(404));
        }
        Matcher refused = FORM_REFUSED.matcher(message);
        if (status == HttpStatus.BAD_REQUEST.value() && refused.matches()) {
            return refusedForm(refused.group(1));
        }
        int meant = status < 500 ? status : meant(said.path("type").asText(""), message);
        return ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(meant), inGeneral(meant));
    }

    /** The engine fails with 500 where what is named is not there, or where a field of the content is missing. */
    private static int meant(String type, String message) {
        if (NOTHING_THERE.matcher(message).find()) {
            return HttpStatus.NOT_FOUND.value();
        }
        return FIELD_MISSING.contains(type) ? HttpStatus.BAD_REQUEST.value() : HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    private static ProblemDetail refusedForm(String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, reason);
        problem.setProperty("kind", "formRefused");
        Matcher field = FIELD.matcher(reason);
        if (field.find()) {
            problem.setProperty("errors", List.of(Map.of("field", field.group(1), "reason", reason)));
        }
        return problem;
    }

    private static String inGeneral(int status) {
        return switch (status) {
            case 400 -> "The engine cannot read this request. Check its fields and their values.";
            case 401 -> "Sign in first.";
            case 403 -> EngineGate.NO_RIGHT;
            case 404 -> "There is nothing with this address, or it is not yours to see.";
            case 405 -> "This address does not take such a request.";
            case 406 -> "This address does not answer in the format that was asked for.";
            case 409 -> "This does not fit what is there now. Reload and look before you try again.";
            case 415 -> "The content has to be application/json.";
            default ->
                "The engine could not do this. Nothing was changed. Tell the administrator when it happens again.";
        };
    }

    private ByteArrayOutputStream held() {
        if (heldBack == null) {
            heldBack = new ByteArrayOutputStream();
        }
        return heldBack;
    }

    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Held(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("This answer is written in one go.");
        }

        @Override
        public void write(int value) {
            target.write(value);
        }
    }
}
