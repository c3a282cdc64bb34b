package org.throughcare.casepage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.access.CurrentStaff;
import org.throughcare.access.Identities;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;
import org.throughcare.words.Words;

/** Members of staff by their role: an export tells a woman who did something without telling her a name. */
@Component
class StaffRoles {

    private final LoadingCache<String, String> roles;
    private final Sites sites;

    StaffRoles(Identities identities, Sites sites) {
        this.sites = sites;
        roles = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(userId -> role(identities.groupsOf(userId)));
    }

    /** The role, such as "Case manager, North". */
    String of(String userId) {
        return CurrentStaff.APPLICATION.equals(userId) ? Words.of("staff", userId) : roles.get(userId);
    }

    private String role(Set<String> groups) {
        for (Site site : sites.sites()) {
            List<String> own = StaffGroups.SITE_ROLES.stream()
                    .filter(role -> groups.contains(StaffGroups.of(role, site.id())))
                    .map(Words::spoken)
                    .toList();
            if (!own.isEmpty()) {
                return own.stream().collect(Collectors.joining(" and ")) + ", " + site.name();
            }
        }
        if (groups.stream().anyMatch(group -> group.startsWith(StaffGroups.PROVIDER_PREFIX))) {
            return "A trusted provider";
        }
        return groups.contains(StaffGroups.CUSTODY_SYSTEM) ? "The prison's own system" : "A member of staff";
    }
}
