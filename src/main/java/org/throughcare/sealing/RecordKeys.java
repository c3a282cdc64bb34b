package org.throughcare.sealing;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which keys the record was sealed with, so that a start with other keys is refused and not found out later. */
@Component
class RecordKeys implements InitializingBean {

    private static final String PROOF = "This record was sealed with this key.";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    RecordKeys(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @throws NoRecordKeyException when the record has values that the keys of the setting cannot open */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql("select key_id, proof from record_key").query(row -> {
            check(row.getString("key_id"), row.getString("proof"));
        });
        useCurrent();
    }

    private void check(String keyId, String proof) {
        if (!sealing.knows(keyId)) {
            throw NoRecordKeyException.lost("The record has values that were sealed with the key " + keyId
                    + ", and THROUGHCARE_RECORD_KEYS does not hold it.");
        }
        try {
            sealing.open(place(keyId), proof);
        } catch (IllegalStateException e) {
            throw NoRecordKeyException.lost("The key " + keyId
                    + " in THROUGHCARE_RECORD_KEYS is another one than the key of that name which sealed the record.");
        }
    }

    /** The current key seals from now on. */
    void useCurrent() {
        String current = sealing.currentKey();
        boolean known = jdbc.sql("select count(*) from record_key where key_id = ?")
                        .param(current)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            try {
                jdbc.sql("insert into record_key (key_id, proof, first_used_at) values (?, ?, ?)")
                        .params(
                                current,
                                sealing.seal(place(current), PROOF),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            } catch (DuplicateKeyException e) {
                // another node was quicker, which is just as well
            }
        }
    }

    /** Nothing is sealed with the other keys any more. */
    void forgetOthers() {
        jdbc.sql("delete from record_key where key_id <> ?")
                .param(sealing.currentKey())
                .update();
    }

    private static String place(String keyId) {
        return "record_key.proof|" + keyId;
    }
}
