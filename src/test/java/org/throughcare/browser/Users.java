package org.throughcare.browser;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** People who sign in during a browser test: one for each group, named like it. */
final class Users {

    static final String PASSWORD = "a long one, only for tests";

    private final IdentityService identities;

    Users(IdentityService identities) {
        this.identities = identities;
    }

    /** The user who is in that group and in no other. */
    String in(String group) {
        return in(group, "browser." + group);
    }

    /** Her colleague in that group. */
    String secondIn(String group) {
        return in(group, "browser.second." + group);
    }

    private String in(String group, String id) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setFirstName("Somebody");
            user.setLastName("of " + group);
            user.setPassword(PASSWORD);
            identities.saveUser(user);
            join(id, group);
        }
        return id;
    }

    /** Signs everybody off for good. */
    void leave() {
        List<User> users =
                identities.createUserQuery().userFirstName("Somebody").list();
        users.forEach(user -> identities.deleteUser(user.getId()));
    }

    private void join(String user, String group) {
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            Group missing = identities.newGroup(group);
            missing.setName(group);
            identities.saveGroup(missing);
        }
        identities.createMembership(user, group);
    }
}
