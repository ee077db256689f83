package org.peerline.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium and the chromedriver that are installed, on the PATH or named in {@code CHROMIUM} and {@code CHROMEDRIVER}.
 * What is named is meant: {@code CHROMIUM=none} is a machine without a browser.
 */
record InstalledBrowser(File chromium, File chromedriver) {
    static final String HOW_TO_INSTALL = "No browser: this test needs chromium and chromedriver."
            + " On Debian and Ubuntu: apt-get install chromium chromium-driver;"
            + " elsewhere name the two programs in CHROMIUM and CHROMEDRIVER.";

    static Optional<InstalledBrowser> in(Map<String, String> environment) {
        return program(environment, "CHROMIUM", "chromium", "chromium-browser", "google-chrome")
                .flatMap(chromium -> program(environment, "CHROMEDRIVER", "chromedriver")
                        .map(chromedriver -> new InstalledBrowser(chromium, chromedriver)));
    }

    private static Optional<File> program(Map<String, String> environment, String setting, String... names) {
        String named = environment.get(setting);
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)));
        return candidates
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }
}
