package org.throughcare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's interface, before the interfaces of the web applications and before operations. It runs
 * after the sign-in filter and ahead of the filters that the web applications bring.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
class RequestGate extends OncePerRequestFilter {

    private static final String REST = "/engine-rest";
    private static final String WEB_APPLICATIONS = "/camunda";
    private static final Pattern NAMED_ENGINE = Pattern.compile("/engine/default(?=/)");
    private static final Pattern WEB_ENGINE = Pattern.compile("/camunda/api/engine/engine/default(?=/)");
    private static final Pattern SETUP =
            Pattern.compile("/camunda/(api/admin/setup(/.*)?|app/admin/[^/]+/setup(/.*)?)");
    private static final Pattern SIGN_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");
    private static final Pattern OPEN_API = Pattern.compile(
            "/camunda/api/(admin/auth/.+|[a-z]+/plugin/[^/]+/static/.+|admin/plugin/license/[^/]+/check-key|engine/engine/?)");
    private static final Pattern PLUGIN = Pattern.compile("/camunda/api/(cockpit|tasklist|admin|welcome)/.+");

    private final Identities identities;
    private final EngineGate engineGate;
    private final WrongPasswords wrongPasswords;
    private final Problems problems;

    RequestGate(Identities identities, EngineGate engineGate, WrongPasswords wrongPasswords, Problems problems) {
        this.identities = identities;
        this.engineGate = engineGate;
        this.wrongPasswords = wrongPasswords;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestPath path = RequestPath.of(request).orElseThrow();
        if (path.startsWith(REST)) {
            PathContainer asked = path.below(restPrefix(path));
            engineGate.pass((SignedIn) request.getUserPrincipal(), request, response, chain, asked);
        } else if (path.startsWith(WEB_APPLICATIONS)) {
            passToWebApplications(path, request, response, chain);
        } else if (path.startsWith("/actuator") && !path.startsWith("/actuator/health")) {
            passToOperations((SignedIn) request.getUserPrincipal(), path, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String restPrefix(RequestPath path) {
        Matcher named = NAMED_ENGINE
                .matcher(path.raw())
                .region(REST.length(), path.raw().length());
        return named.lookingAt() ? path.raw().substring(0, named.end()) : REST;
    }

    private void passToWebApplications(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String raw = path.raw();
        if (SETUP.matcher(raw).matches()) {
            problems.write(
                    response, HttpStatus.FORBIDDEN, "The first administrator is named in the application's settings.");
        } else if (SIGN_IN.matcher(raw).matches()) {
            signIn(request, response, chain);
        } else if (!path.startsWith("/camunda/api") || OPEN_API.matcher(raw).matches()) {
            chain.doFilter(request, response);
        } else {
            passToInterface(path, request, response, chain);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String source = request.getRemoteAddr();
        if (wrongPasswords.tooMany(source)) {
            response.setHeader("Retry-After", "60");
            problems.write(
                    response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords. Wait a minute and try again.");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            wrongPasswords.another(source);
        }
    }

    private void passToInterface(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> person = personOfSession(request);
        if (person.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Session realm=\"Throughcare\"");
            problems.write(response, HttpStatus.UNAUTHORIZED, "Sign in first.");
            return;
        }
        Matcher engine = WEB_ENGINE.matcher(path.raw());
        Matcher plugin = PLUGIN.matcher(path.raw());
        if (engine.lookingAt()) {
            engineGate.pass(person.get(), request, response, chain, path.below(engine.group()));
        } else if (plugin.matches() && mayUse(plugin.group(1), person.get())) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, EngineGate.NO_RIGHT);
        }
    }

    private static boolean mayUse(String application, SignedIn person) {
        return switch (application) {
            case "cockpit" ->
                person.in(StaffGroups.MANAGER)
                        || person.in(StaffGroups.ANALYST)
                        || person.in(StaffGroups.ADMINISTRATOR);
            case "admin" -> person.in(StaffGroups.ADMINISTRATOR);
            default -> true;
        };
    }

    /** A user who was deleted has no session any more. */
    private Optional<SignedIn> personOfSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<String> userId = session == null ? Optional.empty() : identities.userOf(session);
        if (userId.isEmpty() || CurrentStaff.APPLICATION.equals(userId.get())) {
            return Optional.empty();
        }
        if (!identities.exists(userId.get())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(new SignedIn(userId.get(), identities.groupsOf(userId.get())));
    }

    private void passToOperations(
            SignedIn person,
            RequestPath path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        boolean mayRead = person.in(StaffGroups.MANAGER) || person.in(StaffGroups.ADMINISTRATOR);
        if (mayRead && path.raw().equals("/actuator/prometheus")) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, EngineGate.NO_RIGHT);
        }
    }
}
