package org.throughcare.messages;

import java.util.Optional;

/**
 * Who gets a message.
 *
 * @param userId a user, whose address is asked for at each try; or empty
 * @param providerId a trusted provider; or empty
 * @param address the provider's address; empty for a user
 */
public record Recipient(Optional<String> userId, Optional<String> providerId, Optional<String> address) {

    /** A user of this application. */
    public static Recipient user(String userId) {
        return new Recipient(Optional.of(userId), Optional.empty(), Optional.empty());
    }

    /** A trusted provider, at the address of its agreement. */
    public static Recipient provider(String providerId, String address) {
        return new Recipient(Optional.empty(), Optional.of(providerId), Optional.of(address));
    }

    /** The id of the user or of the provider. */
    public String id() {
        return userId.or(() -> providerId).orElseThrow();
    }
}
