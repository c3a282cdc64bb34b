package org.throughcare.access;

import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users and groups that the engine keeps, and who is acting in it. */
public interface Identities {

    /** Whether that is the user's password. A wrong one never locks out the person who knows the right one. */
    boolean passwordFits(String userId, String password);

    /** Whether there is a user with that id. */
    boolean exists(String userId);

    /** Whether there is anybody in that group. */
    boolean hasMembers(String group);

    /** The groups of that user; empty for an unknown one. */
    Set<String> groupsOf(String userId);

    /** What people call these users, by user id; without those who are unknown. */
    Map<String, String> namesOf(Collection<String> userIds);

    /** The mail address of that user, if one is kept. */
    Optional<String> addressOf(String userId);

    /** Keeps the mail address of that user. */
    void setAddress(String userId, String address);

    /** What people call the members of that group, by user id. */
    Map<String, String> membersOf(String group);

    /** Who signed in to the web applications with that session. */
    Optional<String> userOf(HttpSession session);

    /** From now on this thread acts for that person, until {@link #actForNobody()}. */
    void actFor(SignedIn person);

    /** This thread acts for nobody again. */
    void actForNobody();

    /** Makes the group when it is missing. */
    void ensureGroup(String group, String name);

    /**
     * Makes the user when she is missing; an existing user keeps her name and password.
     *
     * @return whether she was made now
     */
    boolean ensureUser(String userId, String firstName, String lastName, String password);

    /** Makes the user without a password when she is missing: somebody else than the application signs her in. */
    void ensureUser(String userId, String firstName, String lastName);

    /**
     * From now on the user belongs to those of these groups that exist, and to no other.
     *
     * @return her groups
     */
    Set<String> setGroups(String userId, Set<String> groups);

    /** Begins that user's work in the web applications with that session. */
    void signIn(HttpSession session, String userId);

    /** Puts the user into the group when she is not in it. */
    void ensureMember(String userId, String group);
}
