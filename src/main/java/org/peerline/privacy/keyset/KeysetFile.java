package org.peerline.privacy.keyset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;

/** The file of a keyset, for an operator's commands: changed as a whole or not at all, with the former kept beside it. */
public final class KeysetFile {
    private static final FileAttribute<?>[] NOTHING = {};
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private final Path file;
    private final KeysetEnvelope envelope;

    public KeysetFile(Path file, KeysetEnvelope envelope) {
        this.file = file;
        this.envelope = envelope;
    }

    public String read() throws IOException {
        return envelope.open(Files.readString(file).strip());
    }

    /** Running copies of the service take the change up within half a minute. */
    public void change(UnaryOperator<String> change) throws IOException {
        String next = envelope.close(change.apply(read()));
        Path directory = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(directory, ".keyset", null);
        try {
            Files.writeString(written, next + "\n");
            if (isPosix(directory)) {
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(file));
            }
            Files.copy(
                    file,
                    file.resolveSibling(file.getFileName() + ".former"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // A keyset that nobody knows of would lie there for ever.
            Files.deleteIfExists(written);
        }
    }

    private static boolean isPosix(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix");
    }

    /** Overwrites what was kept beside it, and removes it: with it, former keys could be had back. */
    public void destroyFormer() throws IOException {
        Path former = file.resolveSibling(file.getFileName() + ".former");
        if (Files.exists(former)) {
            Files.write(former, new byte[(int) Files.size(former)], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.delete(former);
        }
    }

    /** A first one, readable by its owner only. */
    public void create(String keyset) throws IOException {
        String written = envelope.close(keyset) + "\n";
        // Nobody else may open it at any moment, also not before the first letter is in it.
        Files.createFile(file, isPosix(file.toAbsolutePath().getParent()) ? OWNER_ONLY : NOTHING);
        Files.writeString(file, written);
    }
}
