package org.throughcare.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff sign in through OpenID Connect, from the configuration key {@code throughcare.open-id}. It is used when Spring's
 * own keys {@code spring.security.oauth2.client} name a registration.
 *
 * @param userClaim claim with the user's id: letters, digits and {@code . _ @ -}, and never given to somebody else
 * @param groupsClaim claim with the names of her groups; a dot leads into an object ({@code realm_access.roles})
 * @param groups the product's group for a name of the provider, where the two differ
 * @param localUsers users who sign in with a password of the application: an administrator for the day on which the
 *     provider fails, and other systems
 * @param askEvery after how long the provider is asked again whether she may still work, and in which groups
 * @param patience how long a session goes on while the provider cannot be reached
 * @param prompt what the provider is told about a session of its own: with {@code login} it asks for the password each
 *     time, since workstations are shared; empty to leave it to the provider
 */
@ConfigurationProperties("throughcare.open-id")
record OpenIdSettings(
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        Map<String, String> groups,
        List<String> localUsers,
        @DefaultValue("PT8S") Duration askEvery,
        @DefaultValue("PT2M") Duration patience,
        @DefaultValue("login") String prompt) {

    OpenIdSettings {
        groups = groups == null ? Map.of() : Map.copyOf(groups);
        localUsers = localUsers == null ? List.of() : List.copyOf(localUsers);
    }
}
