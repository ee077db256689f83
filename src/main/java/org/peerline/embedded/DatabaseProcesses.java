package org.peerline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The server processes that run from our own copy of the binaries.
 *
 * <p>The path of a process's executable tells them apart, not a process id on file: ids are used again, and a killed
 * server can linger as a zombie, over whose id file PostgreSQL itself would refuse to start.
 */
final class DatabaseProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binaries;

    DatabaseProcesses(Path binaries) {
        this.binaries = binaries;
    }

    /** Ends what a killed run left behind in {@code data}, and removes its id file once nothing runs any more. */
    void endPreviousRun(Path data, boolean complete) throws IOException {
        Path idFile = data.resolve("postmaster.pid");
        if (complete && Files.exists(idFile)) {
            long postmaster = Long.parseLong(Files.readAllLines(idFile).get(0).trim());
            running().stream().filter(process -> process.pid() == postmaster).forEach(DatabaseProcesses::stopFast);
        } else {
            running().forEach(ProcessHandle::destroy);
        }
        awaitEnd();
        Files.deleteIfExists(idFile);
    }

    /** Returns when no server runs any more. */
    void awaitEnd() throws IOException {
        long start = System.nanoTime();
        while (!running().isEmpty()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("a database server started from " + binaries + " does not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(binaries))
                        .isPresent())
                .toList();
    }

    /** SIGINT makes PostgreSQL disconnect whoever is still connected; SIGTERM would wait for them. */
    private static void stopFast(ProcessHandle postmaster) {
        try {
            int refused = new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (refused != 0) {
                postmaster.destroy();
            }
        } catch (IOException e) {
            postmaster.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            postmaster.destroy();
        }
    }
}
