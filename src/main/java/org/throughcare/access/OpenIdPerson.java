package org.throughcare.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * A person as the provider describes her.
 *
 * @param address where she gets messages, if the provider says so
 * @param groups the product's groups that she has there, whether they exist or not
 */
record OpenIdPerson(String userId, String firstName, String lastName, Optional<String> address, Set<String> groups) {

    /** Nothing when her id cannot be one here. */
    static Optional<OpenIdPerson> of(Map<String, Object> claims, OpenIdSettings settings) {
        String userId = text(claims, settings.userClaim());
        boolean free = !CurrentStaff.APPLICATION.equals(userId)
                && !settings.localUsers().contains(userId);
        return userId.matches(FirstAdministrator.USER_ID) && free
                ? Optional.of(new OpenIdPerson(
                        userId,
                        text(claims, "given_name"),
                        text(claims, "family_name"),
                        Optional.of(text(claims, "email")).filter(address -> !address.isEmpty()),
                        groups(claims, settings)))
                : Optional.empty();
    }

    private static Set<String> groups(Map<String, Object> claims, OpenIdSettings settings) {
        return names(inside(claims, settings.groupsClaim())).stream()
                .map(name -> settings.groups().getOrDefault(name, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Object inside(Map<String, Object> claims, String path) {
        Object found = claims;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private static Set<String> names(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return claim instanceof String one ? StringUtils.commaDelimitedListToSet(one.replace(' ', ',')) : Set.of();
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text.strip() : "";
    }
}
