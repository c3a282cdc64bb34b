package org.throughcare.sealing;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * While older keys stand behind the current one, makes everything anew with the current key, in the background and on
 * every node; what two nodes do at once is done once. Says in the log when the older keys may go.
 */
@Component
class KeyChange {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

    private final List<RenewedByKey> renewed;
    private final RecordKeys keys;
    private final Sealing sealing;

    KeyChange(List<RenewedByKey> renewed, RecordKeys keys, Sealing sealing) {
        this.renewed = renewed;
        this.keys = keys;
        this.sealing = sealing;
    }

    @Scheduled(
            initialDelayString = "${throughcare.record.key-change.first:PT1M}",
            fixedDelayString = "${throughcare.record.key-change.then:PT1H}")
    void goOn() {
        if (sealing.hasOlderKeys()) {
            renewEverything();
        } else {
            renewed.forEach(RenewedByKey::forgetOlderKeys);
        }
    }

    /** Returns how many values were made anew. When there was none, nothing depends on the older keys. */
    int renewEverything() {
        keys.useCurrent();
        int total = 0;
        for (RenewedByKey part : renewed) {
            for (int some = part.renewSome(); some > 0; some = part.renewSome()) {
                total += some;
            }
        }
        if (total > 0) {
            LOG.info(
                    "{} values of the record were sealed or hashed again with the key {}.",
                    total,
                    sealing.currentKey());
        } else {
            keys.forgetOthers();
            LOG.info(
                    "Everything in the record is sealed with the key {}. The keys behind it in THROUGHCARE_RECORD_KEYS"
                            + " may be removed at the next start; backups from before need them.",
                    sealing.currentKey());
        }
        return total;
    }
}
