package org.throughcare.decisions.workbench;

import java.time.Instant;
import java.util.Optional;
import org.throughcare.decisions.workbench.Drafts.Draft;

/** What is to be saved was saved elsewhere meanwhile; nothing was overwritten. */
class SavedElsewhereException extends RuntimeException {

    private final int revision;
    private final transient Instant savedAt;

    /** @param now the draft as it stands; empty when it was discarded */
    SavedElsewhereException(Optional<Draft> now) {
        this(now.map(Draft::revision).orElse(0), now.map(Draft::savedAt).orElse(null));
    }

    SavedElsewhereException(int revision, Instant savedAt) {
        super("It was saved elsewhere since you opened it. Compare the two and choose; nothing was overwritten.");
        this.revision = revision;
        this.savedAt = savedAt;
    }

    int revision() {
        return revision;
    }

    Instant savedAt() {
        return savedAt;
    }
}
