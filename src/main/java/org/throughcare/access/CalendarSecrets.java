package org.throughcare.access;

import java.util.Optional;

/** Whose calendar a secret address opens. A calendar program cannot sign in, so the address itself is the key. */
public interface CalendarSecrets {

    /** The length of a secret. */
    int SECRET_BITS = 256;

    /** The user whose calendar that secret opens at this moment. */
    Optional<String> ownerOf(String secret);
}
