package org.throughcare.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** A release after this one: the same program with another text of the journey, so that running cases have to follow. */
final class NextRelease {

    private static final String CLASSES = "/BOOT-INF/classes/";

    private NextRelease() {}

    static Path of(Path jar, Path folder) {
        try {
            Path next = Files.copy(jar, folder.resolve("throughcare-next.jar"));
            try (FileSystem inside = FileSystems.newFileSystem(next)) {
                Path journey = inside.getPath(CLASSES + "processes/journey.bpmn");
                String model = Files.readString(journey);
                String changed = model.replaceFirst("camunda:versionTag=\"[^\"]*\"", "camunda:versionTag=\"99.0.0\"");
                if (changed.equals(model)) {
                    throw new AssertionError("The journey's version tag was not found.");
                }
                Files.writeString(journey, changed);
                Files.writeString(inside.getPath(CLASSES + "release.txt"), "99.0.0\n");
            }
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
