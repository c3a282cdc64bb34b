package org.throughcare.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;

/**
 * Who may see a task and work on it: the people of the task, which are its assignee, its candidates and the members of
 * its groups, and the supervisors of its site. The tasks of a restricted case exist for the people on its list only.
 * Managers and administrators see all other tasks, which hold codes and no person.
 */
@Component
public class TaskRights {

    /** The type of the link that shows a provider's task to the supervisors of the woman's site. */
    public static final String SUPERVISED = "supervised";

    private final CaseAccess cases;
    private final Sites sites;

    TaskRights(CaseAccess cases, Sites sites) {
        this.cases = cases;
        this.sites = sites;
    }

    static SignedIn person(Authentication authentication) {
        return new SignedIn(
                authentication.getUserId(),
                authentication.getGroupIds() == null ? Set.of() : Set.copyOf(authentication.getGroupIds()));
    }

    /** Whether she sees every task that is not hidden. */
    boolean watches(SignedIn person) {
        return person.in(StaffGroups.MANAGER) || person.in(StaffGroups.ADMINISTRATOR);
    }

    /** The groups whose tasks she sees: her own, and all of the sites that she supervises. */
    Set<String> groupsSeenBy(SignedIn person) {
        Set<String> groups = new LinkedHashSet<>(person.groups());
        groups.addAll(supervisedBy(person));
        return groups;
    }

    /** The cases that do not exist for her. */
    Set<String> hiddenFrom(SignedIn person) {
        return cases.hiddenFrom(person);
    }

    /** Whether she sees that task and may work on it. */
    boolean isHers(TaskEntity task, SignedIn person) {
        return !isHidden(task, person)
                && (people(task).anyMatch(person.userId()::equals)
                        || groups(task).stream().anyMatch(groupsSeenBy(person)::contains));
    }

    /** Whether she supervises the site of that task. */
    boolean isSupervisedBy(TaskEntity task, SignedIn person) {
        return !isHidden(task, person) && groups(task).stream().anyMatch(supervisedBy(person)::contains);
    }

    /** Whether the task belongs to a case that does not exist for her. */
    boolean isHidden(TaskEntity task, SignedIn person) {
        return Optional.ofNullable(task.getProcessInstance())
                .map(ExecutionEntity::getBusinessKey)
                .filter(caseNumber -> cases.hides(person.userId(), caseNumber))
                .isPresent();
    }

    private Set<String> supervisedBy(SignedIn person) {
        Set<String> groups = new LinkedHashSet<>();
        sites.ids().stream()
                .filter(site -> person.has(StaffGroups.SUPERVISOR, site))
                .forEach(site -> StaffGroups.SITE_ROLES.forEach(role -> groups.add(StaffGroups.of(role, site))));
        return groups;
    }

    private static Stream<String> people(TaskEntity task) {
        return Stream.concat(
                Stream.ofNullable(task.getAssignee()),
                task.getIdentityLinks().stream().map(link -> link.getUserId()).filter(Objects::nonNull));
    }

    private static List<String> groups(TaskEntity task) {
        List<String> groups = new ArrayList<>();
        task.getIdentityLinks().stream()
                .map(link -> link.getGroupId())
                .filter(Objects::nonNull)
                .forEach(groups::add);
        return groups;
    }
}
