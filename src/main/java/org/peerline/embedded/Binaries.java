package org.peerline.embedded;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.util.Locale;

/** The packed PostgreSQL binaries. The container image is built without them, and not every platform has some. */
final class Binaries {
    private Binaries() {}

    static boolean areOnTheClassPath() {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        return Binaries.class.getClassLoader().getResource(archive) != null;
    }

    /** The name under which the library looks for the archive of a platform. */
    static String archive(String system, String machine) {
        String os = system.toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        return "postgres-" + family + "-" + ArchUtils.normalize(machine) + ".txz";
    }
}
