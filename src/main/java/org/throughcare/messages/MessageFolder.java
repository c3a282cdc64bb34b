package org.throughcare.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where messages lie when there is no mail server. */
@Component
class MessageFolder {

    private final Path folder;

    MessageFolder(MessageSettings settings) {
        this.folder = settings.folder();
    }

    /** Keeps that message, whole or not at all. */
    void write(long id, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(id + ".part");
        Files.write(unfinished, content);
        Files.move(unfinished, file(id), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** That message, if it lies here. */
    Optional<byte[]> read(long id) throws IOException {
        return Files.exists(file(id)) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
    }

    /** Throws that message away; false when it does not lie here. */
    boolean remove(long id) throws IOException {
        return Files.deleteIfExists(file(id));
    }

    private Path file(long id) {
        return folder.resolve(id + ".eml");
    }
}
