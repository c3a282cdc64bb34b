package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sent a request of the web applications' session. */
@Component
class Sessions {

    private final Identities identities;
    private final IdleSessions idle;
    private final Optional<SignInProvider> provider;

    Sessions(Identities identities, IdleSessions idle, Optional<SignInProvider> provider) {
        this.identities = identities;
        this.idle = idle;
        this.provider = provider;
    }

    /** She, with her groups of this moment. The session of a user who was deleted, left her desk or
     * is no longer known to the estate's own sign-in is over. */
    Optional<SignedIn> person(HttpServletRequest request, RequestPath path) {
        HttpSession session = request.getSession(false);
        Optional<String> userId = session == null ? Optional.empty() : identities.userOf(session);
        if (userId.isEmpty() || CurrentStaff.APPLICATION.equals(userId.get())) {
            return Optional.empty();
        }
        if (!identities.exists(userId.get())
                || idle.isOver(session, path.raw())
                || provider.filter(asked -> !asked.vouchesFor(session)).isPresent()) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(new SignedIn(userId.get(), identities.groupsOf(userId.get())));
    }
}
