package org.throughcare.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * People to try the product with: one for each role and site, named as their group, and some more. Their passwords are
 * their names, so they exist in the demo profile only.
 */
@Component
@Profile("demo")
class DemoStaff {

    private static final List<String> MORE_CASE_MANAGERS = List.of("caseManager2", "caseManager3");

    private static final Map<String, String> ESTATE = Map.of(
            StaffGroups.MANAGER,
            StaffGroups.MANAGER,
            StaffGroups.ANALYST,
            StaffGroups.ANALYST,
            "analyst2",
            StaffGroups.ANALYST,
            "admin",
            StaffGroups.ADMINISTRATOR,
            StaffGroups.CUSTODY_SYSTEM,
            StaffGroups.CUSTODY_SYSTEM);

    private final Sites sites;
    private final Identities identities;
    private final ProviderDirectory directory;

    DemoStaff(Sites sites, Identities identities, ProviderDirectory directory) {
        this.sites = sites;
        this.identities = identities;
        this.directory = directory;
    }

    /** Adds the people who are missing. */
    void ensure() {
        ESTATE.forEach((userId, group) -> person(userId, StaffSetup.inWords(userId), "Estate", group));
        sites.sites().forEach(this::staffOf);
    }

    private void staffOf(Site site) {
        for (String role : StaffGroups.SITE_ROLES) {
            String group = StaffGroups.of(role, site.id());
            person(group, StaffSetup.inWords(role), site.name(), group);
        }
        for (String name : MORE_CASE_MANAGERS) {
            person(
                    StaffGroups.of(name, site.id()),
                    StaffSetup.inWords(name),
                    site.name(),
                    StaffGroups.of(StaffGroups.CASE_MANAGER, site.id()));
        }
    }

    /** Providers come from a table, which is deployed by now; their groups were made just before. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    void ensureProviders() {
        directory.providers().forEach((providerId, name) -> {
            String group = StaffGroups.ofProvider(providerId);
            identities.ensureGroup(group, name);
            person(group, name, "Trusted provider", group);
        });
    }

    private void person(String userId, String firstName, String lastName, String group) {
        if (identities.ensureUser(userId, firstName, lastName, userId)) {
            identities.setAddress(userId, userId + "@throughcare.example");
            identities.ensureMember(userId, group);
        }
    }
}
