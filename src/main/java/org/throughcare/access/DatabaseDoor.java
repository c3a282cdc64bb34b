package org.throughcare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first door: nobody waits for a database that is away. Whoever comes is told so at once, and so is whoever was inside
 * when it went. It stands before sessions, which are in the database too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDoor.class);
    private static final String SECONDS = "10";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="%s">
            <title>One moment – Throughcare</title>
            <style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }</style>
            </head>
            <body>
            <main>
            <h1>One moment</h1>
            <p>%s</p>
            <p>This page looks again by itself.</p>
            </main>
            </body>
            </html>
            """;

    private final DatabaseWatch database;
    private final PageHeaders headers;
    private final Problems problems;

    DatabaseDoor(DatabaseWatch database, PageHeaders headers, Problems problems) {
        this.database = database;
        this.headers = headers;
        this.problems = problems;
    }

    /** Whoever asks how the node is gets an answer. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return path(request).startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (database.isAway()) {
            tell(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseTrouble.in(failure)) {
                throw failure;
            }
            LOG.error("A request broke off: {}", failure.getClass().getName());
            response.reset();
            tell(request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.writeTo(response, path(request));
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        if (!wantsPage(request)) {
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, DatabaseTrouble.IN_WORDS);
            return;
        }
        byte[] page = PAGE.formatted(SECONDS, DatabaseTrouble.IN_WORDS).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .orElse("")
                        .contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
