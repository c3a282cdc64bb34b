package org.throughcare.access;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * At start, before the first request: every site has its groups, every group its rights, and the estate an
 * administrator. Running it again, also on
 * another node at the same time, adds only what is missing.
 */
@Component
class StaffSetup implements SmartInitializingSingleton {

    private static final Map<String, String> ESTATE_NAMES = Map.of(
            StaffGroups.MANAGER, "Managers",
            StaffGroups.ANALYST, "Analysts",
            StaffGroups.ADMINISTRATOR, "Administrators",
            StaffGroups.CUSTODY_SYSTEM, "The prison's own system");

    private final Sites sites;
    private final Identities identities;
    private final StaffRights rights;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<DemoStaff> demoStaff;
    private final OneAtATime oneAtATime;

    StaffSetup(
            Sites sites,
            Identities identities,
            StaffRights rights,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoStaff> demoStaff,
            OneAtATime oneAtATime) {
        this.sites = sites;
        this.identities = identities;
        this.rights = rights;
        this.firstAdministrator = firstAdministrator;
        this.demoStaff = demoStaff;
        this.oneAtATime = oneAtATime;
    }

    @Override
    public void afterSingletonsInstantiated() {
        oneAtATime.run(this::setUp);
    }

    private void setUp() {
        ESTATE_NAMES.forEach(identities::ensureGroup);
        rights.giveToEstateGroups();
        sites.sites().forEach(this::staffOf);
        demoStaff.ifAvailable(DemoStaff::ensure);
        firstAdministrator.ensure();
    }

    private void staffOf(Site site) {
        for (String role : StaffGroups.SITE_ROLES) {
            identities.ensureGroup(StaffGroups.of(role, site.id()), inWords(role) + ", " + site.name());
            rights.giveToStaff(role, site.id());
        }
    }

    /** {@code releaseCoordinator} as "Release coordinator". */
    static String inWords(String role) {
        String words = role.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
