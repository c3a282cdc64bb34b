package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriUtils;

/**
 * The path of a request, read in the one way that the engine's resources read it too. A path that two readers could
 * take differently (dots, semicolons, encoded slashes, empty segments) is no path at all.
 *
 * @param raw as sent, without the context path
 */
record RequestPath(String raw) {

    private static final Pattern PLAIN = Pattern.compile("/|(/([A-Za-z0-9._~:@!$&'()*+,=-]|%[0-9A-Fa-f]{2})+)+/?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[/\\\\;%\\p{Cntrl}]");

    /** The request's path, or nothing when it can be read in two ways. */
    static Optional<RequestPath> of(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        if (raw.isEmpty()) {
            return Optional.of(new RequestPath("/"));
        }
        if (!PLAIN.matcher(raw).matches()) {
            return Optional.empty();
        }
        for (String segment : raw.substring(1).split("/")) {
            String decoded = UriUtils.decode(segment, java.nio.charset.StandardCharsets.UTF_8);
            if (decoded.equals(".")
                    || decoded.equals("..")
                    || AMBIGUOUS.matcher(decoded).find()) {
                return Optional.empty();
            }
        }
        return Optional.of(new RequestPath(raw));
    }

    boolean startsWith(String prefix) {
        return raw.equals(prefix) || raw.startsWith(prefix + "/");
    }

    /** The path below that prefix, without a slash at its end. */
    PathContainer below(String prefix) {
        String rest = raw.substring(prefix.length());
        return PathContainer.parsePath(rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
    }
}
