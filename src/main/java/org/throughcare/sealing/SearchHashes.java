package org.throughcare.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes (HMAC-SHA-256) of what must be found although it is sealed. New ones are made with the current key;
 * while the key changes, a search asks for the hash of every key.
 */
@Component
public class SearchHashes {

    /** The kind of hashes of prison numbers, by which several packages find the same woman. */
    public static final String PRISON_NUMBER = "prisonNumber";

    /** The kind of hashes of case numbers, in proofs of what is no longer there. */
    public static final String CASE_NUMBER = "caseNumber";

    private static final String PURPOSE = "throughcare search";
    private static final int HASH_BYTES = 16;

    private final String currentKey;
    private final Map<String, PrfSet> byKey = new LinkedHashMap<>();

    SearchHashes(@Value("${" + KeyRing.PROPERTY + ":}") String setting) {
        KeyRing ring = KeyRing.of(setting);
        currentKey = ring.current().id();
        ring.keys().forEach(key -> byKey.put(key.id(), prf(DerivedKey.of(key, PURPOSE))));
    }

    private static PrfSet prf(byte[] key) {
        try {
            PrfConfig.register();
            HmacPrfKey hmac = HmacPrfKey.builder()
                    .setParameters(HmacPrfParameters.builder()
                            .setKeySizeBytes(key.length)
                            .setHashType(HmacPrfParameters.HashType.SHA256)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(hmac).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java.", e);
        }
    }

    /** The id of the key that makes new hashes. */
    public String currentKey() {
        return currentKey;
    }

    /** What every kept hash begins with that the current key has made. */
    public String currentPrefix() {
        return currentKey + ":";
    }

    /**
     * The hash of that value by the current key, to be kept.
     *
     * @param kind what the value is, so that the same text of another kind has another hash
     */
    public String of(String kind, String value) {
        return text(currentKey, kind, value);
    }

    /** The hashes of that value by every key, to be looked for. */
    public List<String> allOf(String kind, String value) {
        return byKey.keySet().stream().map(key -> text(key, kind, value)).toList();
    }

    /** A short hash by the current key, for terms of which a case has many. Two values may share one. */
    public long shortOf(String kind, String value) {
        return ByteBuffer.wrap(bytes(currentKey, kind, value)).getLong();
    }

    /** The short hashes of that value by every key. */
    public List<Long> allShortOf(String kind, String value) {
        return byKey.keySet().stream()
                .map(key -> ByteBuffer.wrap(bytes(key, kind, value)).getLong())
                .toList();
    }

    private String text(String key, String kind, String value) {
        return key + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(key, kind, value));
    }

    private byte[] bytes(String key, String kind, String value) {
        try {
            return byKey.get(key).computePrimary((kind + "|" + value).getBytes(StandardCharsets.UTF_8), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be hashed.");
        }
    }
}
