package org.throughcare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in who has not signed in, by the session of the web applications or by HTTP Basic. Changing requests of a
 * session carry its token, so that another page cannot send them (CSRF). What is open to everybody is listed here; all
 * other paths ask who is there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SignInFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/", "/favicon.ico", "/camunda-welcome", "/actuator/health");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SIGN_IN_PAGE = "/camunda/app/tasklist/default/";
    private static final String TOKEN_HEADER = "X-XSRF-TOKEN";

    private final Identities identities;
    private final Sessions sessions;
    private final SessionTokens tokens;
    private final PageHeaders headers;
    private final WrongPasswords wrongPasswords;
    private final Problems problems;
    private final Optional<SignInProvider> provider;
    private final CalendarDoor calendars;

    SignInFilter(
            Identities identities,
            Sessions sessions,
            SessionTokens tokens,
            WrongPasswords wrongPasswords,
            PageHeaders headers,
            Problems problems,
            Optional<SignInProvider> provider,
            CalendarDoor calendars) {
        this.identities = identities;
        this.sessions = sessions;
        this.headers = headers;
        this.tokens = tokens;
        this.wrongPasswords = wrongPasswords;
        this.problems = problems;
        this.provider = provider;
        this.calendars = calendars;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RequestPath> path = RequestPath.of(request);
        if (path.isEmpty()) {
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "This address is not written in the way the application reads it.");
            return;
        }
        headers.writeTo(response, path.get().raw());
        if (isOpen(path.get())) {
            chain.doFilter(request, response);
            return;
        }
        if (calendars.isFor(path.get())) {
            passBySecret(path.get(), request, response, chain);
            return;
        }
        String basic = request.getHeader("Authorization");
        if (basic != null) {
            passByPassword(request, response, chain, basic);
        } else {
            passBySession(path.get(), request, response, chain);
        }
    }

    /** The web applications have filters of their own, and {@link RequestGate} stands before those. */
    private boolean isOpen(RequestPath path) {
        return OPEN.contains(path.raw())
                || path.startsWith("/actuator/health")
                || path.startsWith("/camunda")
                || provider.filter(asked -> asked.owns(path)).isPresent();
    }

    private void passBySecret(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> owner = calendars.owner(path, request, response);
        if (owner.isPresent()) {
            pass(new RequestElsewhere(request, CalendarDoor.CALENDAR), response, chain, owner.get());
        }
    }

    private void passByPassword(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String authorization)
            throws ServletException, IOException {
        Optional<String[]> credentials = credentials(authorization);
        if (credentials.isEmpty()) {
            askToSignIn(request, response, "The Authorization header is not HTTP Basic with a name and a password.");
            return;
        }
        String userId = credentials.get()[0];
        if (wrongPasswords.refuse(request, response, userId)) {
            return;
        }
        if (provider.filter(asked -> !asked.leavesPasswordTo(userId)).isPresent()) {
            askToSignIn(request, response, SignInProvider.NO_PASSWORD);
        } else if (!CurrentStaff.APPLICATION.equals(userId)
                && identities.passwordFits(userId, credentials.get()[1])) {
            pass(request, response, chain, new SignedIn(userId, identities.groupsOf(userId)));
        } else {
            wrongPasswords.another(request, userId);
            askToSignIn(request, response, "The name or the password is wrong.");
        }
    }

    private static Optional<String[]> credentials(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String decoded = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new String[] {decoded.substring(0, colon), decoded.substring(colon + 1)});
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void passBySession(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> person = sessions.person(request, path);
        if (person.isEmpty()) {
            askToSignIn(request, response, "Sign in first.");
        } else if (!SAFE_METHODS.contains(request.getMethod())
                && !tokens.fits(request.getSession(false), request.getHeader(TOKEN_HEADER))) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "The request does not carry the session's token in the header " + TOKEN_HEADER
                            + ". Reload the page and try again.");
        } else {
            pass(request, response, chain, person.get());
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, SignedIn person)
            throws ServletException, IOException {
        identities.actFor(person);
        try {
            chain.doFilter(new KnownRequest(request, person), response);
        } finally {
            identities.actForNobody();
        }
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        boolean browser = request.getHeader("Sec-Fetch-Mode") != null;
        boolean page = "GET".equals(request.getMethod())
                && Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("text/html");
        if (page) {
            response.sendRedirect(request.getContextPath()
                    + provider.map(SignInProvider::start)
                            .orElseGet(() -> SIGN_IN_PAGE + "?back="
                                    + RequestPath.of(request)
                                            .map(RequestPath::raw)
                                            .orElse("/")));
            return;
        }
        response.setHeader(
                "WWW-Authenticate",
                browser ? "Session realm=\"Throughcare\"" : "Basic realm=\"Throughcare\", charset=\"UTF-8\"");
        problems.write(response, HttpStatus.UNAUTHORIZED, why);
    }

    /** A request that knows who sent it. */
    private static final class KnownRequest extends HttpServletRequestWrapper {

        private final SignedIn person;

        KnownRequest(HttpServletRequest request, SignedIn person) {
            super(request);
            this.person = person;
        }

        @Override
        public Principal getUserPrincipal() {
            return person;
        }

        @Override
        public String getRemoteUser() {
            return person.userId();
        }

        @Override
        public String getAuthType() {
            return BASIC_AUTH;
        }
    }

    /** A request that from here on has another address. */
    private static final class RequestElsewhere extends HttpServletRequestWrapper {

        private final String path;

        RequestElsewhere(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return getContextPath() + path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(getRequestURI());
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public String getQueryString() {
            return null;
        }
    }
}
