package org.throughcare.engine;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;

/** Users and groups as the engine keeps them, and the sessions of its web applications. */
@Component
class EngineIdentities implements Identities {

    private static final String SESSION_ATTRIBUTE = "authenticatedUser";
    private static final int TRIES = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ObjectProvider<ProcessEngine> engine;
    private final AsApplication asApplication;

    EngineIdentities(ObjectProvider<ProcessEngine> engine, AsApplication asApplication) {
        this.engine = engine;
        this.asApplication = asApplication;
    }

    @Override
    public boolean passwordFits(String userId, String password) {
        for (int tried = 1; ; tried++) {
            try {
                return service().checkPassword(userId, password);
            } catch (OptimisticLockingException e) {
                // the engine writes down wrong passwords, and somebody else was trying in the same moment
                if (tried == TRIES) {
                    return false;
                }
            }
        }
    }

    @Override
    public boolean exists(String userId) {
        return asApplication.call(
                () -> service().createUserQuery().userId(userId).count() > 0);
    }

    @Override
    public boolean hasMembers(String group) {
        return asApplication.call(
                () -> service().createUserQuery().memberOfGroup(group).count() > 0);
    }

    @Override
    public Set<String> groupsOf(String userId) {
        org.camunda.bpm.engine.impl.identity.Authentication acting = service().getCurrentAuthentication();
        if (acting != null && userId.equals(acting.getUserId()) && acting.getGroupIds() != null) {
            return Set.copyOf(acting.getGroupIds());
        }
        return asApplication.call(() -> service().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Map<String, String> namesOf(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return asApplication.call(
                () -> service().createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                        .collect(Collectors.toMap(User::getId, EngineIdentities::nameOf)));
    }

    @Override
    public Optional<String> addressOf(String userId) {
        return asApplication.call(() -> Optional.ofNullable(
                        service().createUserQuery().userId(userId).singleResult())
                .map(User::getEmail)
                .filter(address -> !address.isBlank())
                .map(String::strip));
    }

    @Override
    public void setAddress(String userId, String address) {
        asApplication.run(() -> {
            User user = service().createUserQuery().userId(userId).singleResult();
            user.setEmail(address);
            service().saveUser(user);
        });
    }

    @Override
    public Map<String, String> membersOf(String group) {
        return asApplication.call(() -> service().createUserQuery().memberOfGroup(group).list().stream()
                .collect(Collectors.toMap(User::getId, EngineIdentities::nameOf)));
    }

    private static String nameOf(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    @Override
    public Optional<String> userOf(HttpSession session) {
        return session.getAttribute(SESSION_ATTRIBUTE) instanceof Authentications authentications
                ? Optional.ofNullable(authentications.getAuthenticationForProcessEngine(
                                engine.getObject().getName()))
                        .map(Authentication::getIdentityId)
                : Optional.empty();
    }

    @Override
    public void actFor(SignedIn person) {
        service().setAuthentication(person.userId(), new ArrayList<>(person.groups()));
    }

    @Override
    public void actForNobody() {
        service().clearAuthentication();
    }

    @Override
    public void ensureGroup(String group, String name) {
        if (service().createGroupQuery().groupId(group).count() == 0) {
            Group made = service().newGroup(group);
            made.setName(name);
            made.setType("WORKFLOW");
            service().saveGroup(made);
        }
    }

    @Override
    public boolean ensureUser(String userId, String firstName, String lastName, String password) {
        if (service().createUserQuery().userId(userId).count() > 0) {
            return false;
        }
        User made = service().newUser(userId);
        made.setFirstName(firstName);
        made.setLastName(lastName);
        made.setPassword(password);
        ((IdentityServiceImpl) service()).saveUser(made, true);
        return true;
    }

    /** Nobody knows this password, so it opens nothing. */
    @Override
    public void ensureUser(String userId, String firstName, String lastName) {
        byte[] unknown = new byte[32];
        RANDOM.nextBytes(unknown);
        asApplication.run(() ->
                ensureUser(userId, firstName, lastName, Base64.getEncoder().encodeToString(unknown)));
    }

    @Override
    public Set<String> setGroups(String userId, Set<String> groups) {
        return asApplication.call(() -> {
            Set<String> before = groupsOf(userId);
            Set<String> wanted = service().createGroupQuery().list().stream()
                    .map(Group::getId)
                    .filter(groups::contains)
                    .collect(Collectors.toUnmodifiableSet());
            before.stream().filter(group -> !wanted.contains(group)).forEach(group -> service()
                    .deleteMembership(userId, group));
            wanted.stream().filter(group -> !before.contains(group)).forEach(group -> service()
                    .createMembership(userId, group));
            return wanted;
        });
    }

    @Override
    public void signIn(HttpSession session, String userId) {
        Authentications signedIn = new Authentications();
        signedIn.addOrReplace(AuthenticationUtil.createAuthentication(engine.getObject(), userId));
        session.setAttribute(SESSION_ATTRIBUTE, signedIn);
    }

    @Override
    public void ensureMember(String userId, String group) {
        if (service().createUserQuery().userId(userId).memberOfGroup(group).count() == 0) {
            service().createMembership(userId, group);
        }
    }

    private IdentityService service() {
        return engine.getObject().getIdentityService();
    }
}
