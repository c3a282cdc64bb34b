package org.throughcare.sealing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of the record: the first seals, all of them open.
 *
 * @param keys at least one
 */
record KeyRing(List<Key> keys) {

    static final String PROPERTY = "throughcare.record.keys";

    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("(?<id>[a-z0-9][a-z0-9-]{0,15}):(?<bytes>[A-Za-z0-9+/=]+)");

    /** @param id stands in front of every value that the key sealed, so that it is found again */
    record Key(String id, byte[] bytes) {

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Reads the setting: {@code id:base64} of 32 random bytes, several parted by commas, the current one first.
     *
     * @throws NoRecordKeyException when it holds no key that can be used
     */
    static KeyRing of(String setting) {
        if (setting == null || setting.isBlank()) {
            throw new NoRecordKeyException("The record has no key: nothing may be kept about a woman in clear.");
        }
        List<Key> keys = new ArrayList<>();
        for (String one : setting.split(",")) {
            Key key = key(one.strip(), keys.size() + 1);
            if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
                throw new NoRecordKeyException("THROUGHCARE_RECORD_KEYS has the id " + key.id() + " twice.");
            }
            keys.add(key);
        }
        return new KeyRing(List.copyOf(keys));
    }

    /** Errors name the place and never what stands there. */
    private static Key key(String text, int place) {
        Matcher matcher = KEY.matcher(text);
        byte[] bytes = matcher.matches() ? decoded(matcher.group("bytes")) : new byte[0];
        if (bytes.length != KEY_BYTES) {
            throw new NoRecordKeyException(
                    "Key number " + place
                            + " of THROUGHCARE_RECORD_KEYS is not an id (small letters, digits, -), a colon and 32 bytes in base64.");
        }
        return new Key(matcher.group("id"), bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The key that seals. */
    Key current() {
        return keys.get(0);
    }
}
