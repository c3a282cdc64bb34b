package org.throughcare.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;

/**
 * A release of the product, as the build numbers it.
 *
 * @param number for example {@code 0.2.0}
 */
record Release(String number) {

    /** The one that this program is. */
    static Release current() {
        try (InputStream file = Release.class.getResourceAsStream("/release.txt")) {
            return new Release(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isNewerThan(Release other) {
        return Version.parse(number).compareTo(Version.parse(other.number)) > 0;
    }

    @Override
    public String toString() {
        return number;
    }
}
