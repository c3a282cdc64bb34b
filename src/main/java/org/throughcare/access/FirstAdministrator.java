package org.throughcare.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughcare.start.CannotStartException;

/** The first administrator of a new estate, named in the environment. There are no default users and passwords. */
@Component
class FirstAdministrator {

    /** What a user's id may look like. */
    static final String USER_ID = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}";

    private static final String HOW =
            "Set THROUGHCARE_ADMIN_USER and THROUGHCARE_ADMIN_PASSWORD in the environment and start again.";

    private final Identities identities;
    private final String userId;
    private final String password;

    FirstAdministrator(
            Identities identities,
            @Value("${throughcare.admin.user:}") String userId,
            @Value("${throughcare.admin.password:}") String password) {
        this.identities = identities;
        this.userId = userId;
        this.password = password;
    }

    /**
     * Makes the first administrator when there is none.
     *
     * @throws CannotStartException when there is none and the settings do not name a good one
     */
    void ensure() {
        if (identities.hasMembers(StaffGroups.ADMINISTRATOR)) {
            return;
        }
        check();
        identities.ensureUser(userId, "Administrator", userId, password);
        identities.ensureMember(userId, StaffGroups.ADMINISTRATOR);
    }

    private void check() {
        if (userId.isBlank() || password.isBlank()) {
            throw new CannotStartException("There is no administrator yet, and the environment names none.", HOW);
        }
        if (!userId.matches(USER_ID) || userId.equals(CurrentStaff.APPLICATION)) {
            throw new CannotStartException(
                    "THROUGHCARE_ADMIN_USER may have letters, digits and . _ @ - and may not be \"throughcare\".", HOW);
        }
        if (!Passwords.isGood(password, List.of(userId))) {
            throw new CannotStartException("THROUGHCARE_ADMIN_PASSWORD is weak. " + Passwords.RULE, HOW);
        }
    }
}
