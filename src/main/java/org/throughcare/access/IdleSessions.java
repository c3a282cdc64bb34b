package org.throughcare.access;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
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

    private final Duration longest;
    private final Ticker ticker;

    @Autowired
    IdleSessions(@Value("${throughcare.session.idle:PT15M}") Duration longest) {
        this(longest, Ticker.systemTicker());
    }

    IdleSessions(Duration longest, Ticker ticker) {
        this.longest = longest;
        this.ticker = ticker;
    }

    /** How long somebody may be away from her desk. */
    Duration longest() {
        return longest;
    }

    /** Whether nobody acted in that session for too long; otherwise this request counts as acting, if a person sent it. */
    boolean isOver(HttpSession session, String path) {
        long now = ticker.read();
        if (session.getAttribute(LAST_ACTED) instanceof Long before && now - before > longest.toNanos()) {
            return true;
        }
        if (!BY_ITSELF.matcher(path).matches() || session.getAttribute(LAST_ACTED) == null) {
            session.setAttribute(LAST_ACTED, now);
        }
        return false;
    }
}
