package org.throughcare.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer: kept by nobody, shown in no frame, told to no other site, from this origin only. The
 * pages of the web applications get their content policy with a nonce from the application's settings.
 */
@Component
class PageHeaders {

    private static final Pattern STYLE_AND_SCRIPT =
            Pattern.compile("/camunda/(lib/.+|app/[a-z]+/(assets|scripts|styles|fonts|locales)/.+)|/favicon\\.ico");

    private final boolean https;

    PageHeaders(@Value("${throughcare.https}") boolean https) {
        this.https = https;
    }

    void writeTo(HttpServletResponse response, String path) {
        if (!STYLE_AND_SCRIPT.matcher(path).matches()) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none';"
                        + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
    }
}
