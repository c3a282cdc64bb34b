package org.throughcare.access;

import java.security.Principal;
import java.util.List;
import java.util.Set;

/**
 * The person behind a request, with the groups she belongs to at this moment. Web controllers take it as a parameter.
 *
 * @param userId the id of the user
 * @param groups ids of groups, read afresh for every request, so that a right taken away is gone at once
 */
public record SignedIn(String userId, Set<String> groups) implements Principal {

    /** Copies the groups. */
    public SignedIn {
        groups = Set.copyOf(groups);
    }

    @Override
    public String getName() {
        return userId;
    }

    /** Whether she has that role at that site. */
    public boolean has(String role, String site) {
        return groups.contains(StaffGroups.of(role, site));
    }

    /** Whether she belongs to that group. */
    public boolean in(String group) {
        return groups.contains(group);
    }

    /** Whether she belongs to the staff of that site, in any role. */
    public boolean worksAt(String site) {
        return StaffGroups.SITE_ROLES.stream().anyMatch(role -> has(role, site));
    }

    /** Her roles at that site. */
    public List<String> rolesAt(String site) {
        return StaffGroups.SITE_ROLES.stream().filter(role -> has(role, site)).toList();
    }

    /** The ids of the trusted providers that she belongs to. */
    public List<String> providers() {
        return groups.stream()
                .filter(group -> group.startsWith(StaffGroups.PROVIDER_PREFIX))
                .map(group -> group.substring(StaffGroups.PROVIDER_PREFIX.length()))
                .toList();
    }
}
