package org.throughcare.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own for the database, so small that it can really be filled. It takes the rights to mount one;
 * where a build has none, {@link RefusedWrites} stands in.
 */
final class SmallDisk implements AutoCloseable {

    private static final long BYTES = 1L << 30;
    private static final int[] BLOCKS = {1 << 20, 1 << 12};

    private final Path mounted;

    private SmallDisk(Path mounted) {
        this.mounted = mounted;
    }

    /** @return nothing where this machine lets nobody mount a file system */
    static Optional<SmallDisk> mount(Path folder) throws IOException {
        Path image = folder.resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Path mounted = Files.createDirectory(folder.resolve("disk"));
        // no blocks are kept for root (-m 0): full is full for everybody
        boolean there = run("mkfs.ext4", "-q", "-m", "0", image.toString())
                && run("mount", "-o", "loop", image.toString(), mounted.toString());
        return there ? Optional.of(new SmallDisk(mounted)) : Optional.empty();
    }

    Path folder() {
        return mounted;
    }

    /** Takes every block that is free. */
    void fill() {
        for (int block : BLOCKS) {
            try (OutputStream out = Files.newOutputStream(ballast(block))) {
                byte[] zeros = new byte[block];
                while (true) {
                    out.write(zeros);
                }
            } catch (IOException full) {
                // that is what it is for
            }
        }
    }

    private Path ballast(int block) {
        return mounted.resolve("ballast-" + block);
    }

    void makeRoom() {
        try {
            for (int block : BLOCKS) {
                Files.deleteIfExists(ballast(block));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        makeRoom();
        if (!run("umount", mounted.toString())) {
            throw new IOException("The disk of this test is still mounted: " + mounted);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
