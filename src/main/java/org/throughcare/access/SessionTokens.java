package org.throughcare.access;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The token of a session, which a changing request has to carry. The web applications make one of their own at the first
 * page, and their cookie is sent to their pages only; other pages of the product ask for it at {@code /api/session}.
 */
@Component
class SessionTokens {

    private static final String OF_WEB_APPLICATIONS = "CAMUNDA_CSRF_TOKEN";
    private static final String OWN = "THROUGHCARE_CSRF_TOKEN";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The token that this session's requests carry. */
    String of(HttpSession session) {
        Object token = session.getAttribute(OF_WEB_APPLICATIONS);
        if (token == null) {
            token = session.getAttribute(OWN);
        }
        if (token == null) {
            byte[] random = new byte[16];
            RANDOM.nextBytes(random);
            token = HexFormat.of().formatHex(random);
            session.setAttribute(OWN, token);
        }
        return token.toString();
    }

    /** Whether that is a token of this session. */
    boolean fits(HttpSession session, String token) {
        return token != null && (same(session, OF_WEB_APPLICATIONS, token) || same(session, OWN, token));
    }

    private static boolean same(HttpSession session, String attribute, String token) {
        return session.getAttribute(attribute) instanceof String expected
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
