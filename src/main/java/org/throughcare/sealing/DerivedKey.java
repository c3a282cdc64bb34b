package org.throughcare.sealing;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** A key of its own for each purpose, made from one key of the ring (HKDF, RFC 5869). */
final class DerivedKey {

    private DerivedKey() {}

    static byte[] of(KeyRing.Key key, String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256", key.bytes(), new byte[0], purpose.getBytes(StandardCharsets.UTF_8), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java.", e);
        }
    }
}
