package org.throughcare.access;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends the session of somebody who left her desk. Tasklist asks for its list again every few seconds; that is the page
 * working and not the person, so it does not count.
 */
@Component
class IdleSessions {

    private static final String LAST_ACTED = IdleSessions.class.getName();
    private static final Pattern BY_ITSELF = Pattern.compile(
            "/camunda/api/engine/engine/default/filter(/[^/]+/(list|count))?|/api/tasks/cards|/api/session");

    /** A page sends many requests at once; the first of them is written down. */
    private static final int EXACT_TO = 100;

    private final Duration longest;
    /** The machine's own, also where people can move the time of the cases; nodes agree on it. */
    private final InstantSource machine;

    @Autowired
    IdleSessions(@Value("${throughcare.session.idle:PT15M}") Duration longest) {
        this(longest, Clock.systemUTC());
    }

    IdleSessions(Duration longest, InstantSource machine) {
        this.longest = longest;
        this.machine = machine;
    }

    /** How long somebody may be away from her desk. */
    Duration longest() {
        return longest;
    }

    /** Whether nobody acted in that session for too long; otherwise this request counts as acting, if a person sent it. */
    boolean isOver(HttpSession session, String path) {
        long now = machine.millis();
        if (!(session.getAttribute(LAST_ACTED) instanceof Long before)) {
            session.setAttribute(LAST_ACTED, now);
            return false;
        }
        long without = now - before;
        if (without > longest.toMillis()) {
            return true;
        }
        if (without > longest.toMillis() / EXACT_TO && !BY_ITSELF.matcher(path).matches()) {
            session.setAttribute(LAST_ACTED, now);
        }
        return false;
    }
}
