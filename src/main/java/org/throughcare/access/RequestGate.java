package org.throughcare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

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
    private static final Pattern PAGE = Pattern.compile("/camunda/?|/camunda/app/?|/camunda/app/[a-z]+(/[^/]+)?/?");
    private static final Pattern PLUGIN = Pattern.compile("/camunda/api/(cockpit|tasklist|admin|welcome)/.+");

    private static final int LONGEST_SIGN_IN = 8 * 1024;

    private final Sessions sessions;
    private final EngineGate engineGate;
    private final WrongPasswords wrongPasswords;
    private final Problems problems;
    private final Optional<SignInProvider> provider;

    RequestGate(
            Sessions sessions,
            EngineGate engineGate,
            WrongPasswords wrongPasswords,
            Problems problems,
            Optional<SignInProvider> provider) {
        this.sessions = sessions;
        this.engineGate = engineGate;
        this.wrongPasswords = wrongPasswords;
        this.problems = problems;
        this.provider = provider;
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
        } else if (goesToProvider(path, request)) {
            response.sendRedirect(request.getContextPath() + provider.get().start());
        } else if (!path.startsWith("/camunda/api") || OPEN_API.matcher(raw).matches()) {
            chain.doFilter(request, response);
        } else {
            passToInterface(path, request, response, chain);
        }
    }

    /** With a sign-in of the estate, the applications' own door is for who asks for it. */
    private boolean goesToProvider(RequestPath path, HttpServletRequest request) {
        return provider.isPresent()
                && PAGE.matcher(path.raw()).matches()
                && "GET".equals(request.getMethod())
                && request.getParameter("local") == null
                && sessions.person(request, path).isEmpty();
    }

    /** The door of the web applications, with the same rule for wrong passwords as HTTP Basic. */
    private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] content = request.getInputStream().readNBytes(LONGEST_SIGN_IN);
        String userId = UriComponentsBuilder.newInstance()
                .query(new String(content, StandardCharsets.UTF_8))
                .build()
                .getQueryParams()
                .getOrDefault("username", List.of(""))
                .get(0);
        String whoTries = URLDecoder.decode(Optional.ofNullable(userId).orElse(""), StandardCharsets.UTF_8);
        if (provider.filter(asked -> !asked.leavesPasswordTo(whoTries)).isPresent()) {
            problems.write(response, HttpStatus.UNAUTHORIZED, SignInProvider.NO_PASSWORD);
            return;
        }
        if (wrongPasswords.refuse(request, response, whoTries)) {
            return;
        }
        chain.doFilter(new ReadRequest(request, content), response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            wrongPasswords.another(request, whoTries);
        }
    }

    private void passToInterface(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> person = sessions.person(request, path);
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
