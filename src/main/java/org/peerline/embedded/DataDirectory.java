package org.peerline.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import org.peerline.core.StartupRefused;

/**
 * The one directory that holds everything the embedded default keeps. Whoever holds a {@code DataDirectory} owns it:
 * a second copy of the service is refused until {@link #close}, or until the owner's process is gone.
 */
final class DataDirectory implements AutoCloseable {
    private final Path home;
    private final FileLock lock;

    private DataDirectory(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /** Creates the directory if need be, for its owner only, and locks it. */
    static DataDirectory open(Path wanted) {
        Path home = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home, readableByOwner("rwx------"));
            FileChannel channel = FileChannel.open(
                    home.resolve("owner.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    readableByOwner("rw-------"));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartupRefused("Another copy of Peerline is already using the data directory " + home
                        + ": stop it, or set PEERLINE_DATA_DIR to another directory.");
            }
            return new DataDirectory(home.toRealPath(), lock);
        } catch (IOException e) {
            throw new StartupRefused(
                    "The data directory " + home
                            + " cannot be created or written: set PEERLINE_DATA_DIR to a directory of your own.",
                    e);
        }
    }

    Path path() {
        return home;
    }

    Path resolve(String name) {
        return home.resolve(name);
    }

    /** A directory within this one, for its owner only whatever the mode of this one is. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(home.resolve(name), readableByOwner("rwx------"));
    }

    /** Writes a file that only its owner may read; it is there completely, or not at all. */
    Path keepSecret(String name, String content) throws IOException {
        Path part = home.resolve(name + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), readableByOwner("rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static void deleteTree(Path dir) throws IOException {
        if (Files.exists(dir)) {
            try (var all = Files.walk(dir)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    /** Windows knows no such modes; there the user's profile is what protects the directory. */
    private static FileAttribute<?>[] readableByOwner(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
