package org.throughcare.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what the record says about a woman, and opens it again. A sealed value is {@code <key id>:<base64>} and opens
 * only in its own table, column and case: nobody who can write to the database can show one woman's words as another's.
 */
@Component
public class Sealing {

    private static final String PURPOSE = "throughcare record";

    private final String currentKey;
    private final Map<String, Aead> byKey = new LinkedHashMap<>();
    private final List<SealedTable> tables = new CopyOnWriteArrayList<>();

    Sealing(@Value("${" + KeyRing.PROPERTY + ":}") String setting) {
        KeyRing ring = KeyRing.of(setting);
        currentKey = ring.current().id();
        ring.keys().forEach(key -> byKey.put(key.id(), aead(DerivedKey.of(key, PURPOSE))));
    }

    private static Aead aead(byte[] key) {
        try {
            AeadConfig.register();
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(key.length)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey aes = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(aes).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not to be had from this Java.", e);
        }
    }

    /**
     * The sealed columns of a table that has a column {@code case_number}. A column that is not named here is not sealed
     * again when the key changes, so all are named.
     */
    public SealedTable table(String table, String... columns) {
        SealedTable sealed = new SealedTable(this, table, List.of(columns));
        tables.add(sealed);
        return sealed;
    }

    /**
     * What is kept for minutes and belongs to no case. It is not sealed again when the key changes: it ends with the old
     * key.
     *
     * @param purpose for which alone it opens again
     */
    public String sealForMinutes(String purpose, String plain) {
        return seal(purpose + "|", plain);
    }

    /** What was sealed for that purpose; nothing when it was not, was changed, or when its key is gone. */
    public Optional<String> openForMinutes(String purpose, String sealed) {
        try {
            return Optional.of(open(purpose + "|", sealed));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    List<SealedTable> tables() {
        return List.copyOf(tables);
    }

    /** What every value begins with that the current key has sealed. */
    String currentPrefix() {
        return currentKey + ":";
    }

    String currentKey() {
        return currentKey;
    }

    boolean hasOlderKeys() {
        return byKey.size() > 1;
    }

    boolean knows(String keyId) {
        return byKey.containsKey(keyId);
    }

    String seal(String place, String plain) {
        try {
            byte[] sealed = byKey.get(currentKey).encrypt(utf8(plain), utf8(place));
            return currentPrefix() + Base64.getEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be sealed for " + table(place) + ".");
        }
    }

    String open(String place, String sealed) {
        int colon = sealed.indexOf(':');
        Aead aead = colon < 0 ? null : byKey.get(sealed.substring(0, colon));
        if (aead == null) {
            throw new IllegalStateException("A value in " + table(place)
                    + " was sealed with a key that is not in THROUGHCARE_RECORD_KEYS, or was not sealed at all.");
        }
        try {
            byte[] content = Base64.getDecoder().decode(sealed.substring(colon + 1));
            return new String(aead.decrypt(content, utf8(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "A value in " + table(place) + " was changed in the database, or belongs somewhere else.");
        }
    }

    /** Table and column without the case, for messages. */
    private static String table(String place) {
        return place.substring(0, place.indexOf('|'));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
