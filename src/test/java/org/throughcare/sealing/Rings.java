package org.throughcare.sealing;

import java.util.Base64;

/** Key rings for tests of other packages. */
public final class Rings {

    private Rings() {}

    /** The setting of one key. */
    public static String key(String id) {
        byte[] bytes = (id + ".".repeat(32)).substring(0, 32).getBytes();
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Seals with the first of these keys. */
    public static Sealing sealing(String setting) {
        return new Sealing(setting);
    }

    /** Hashes with the first of these keys. */
    public static SearchHashes hashes(String setting) {
        return new SearchHashes(setting);
    }
}
