package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowserTest {
    @TempDir
    Path programs;

    @Test
    void browser_and_driver_are_found_on_the_path() throws IOException {
        Path chromium = program("chromium");
        Path driver = program("chromedriver");
        var found = InstalledBrowser.in(Map.of("PATH", "/nowhere:" + programs)).orElseThrow();
        assertEquals(new InstalledBrowser(chromium.toFile(), driver.toFile()), found);
    }

    @Test
    void one_without_the_other_is_no_browser() throws IOException {
        program("chromium");
        assertEquals(Optional.empty(), InstalledBrowser.in(Map.of("PATH", programs.toString())));
    }

    @Test
    void what_is_named_is_meant_and_nothing_takes_its_place() throws IOException {
        program("chromium");
        program("chromedriver");
        Path mine = program("my-chromium");
        var named = Map.of("PATH", programs.toString(), "CHROMIUM", mine.toString());
        assertEquals(mine.toFile(), InstalledBrowser.in(named).orElseThrow().chromium());
        assertEquals(Optional.empty(), InstalledBrowser.in(Map.of("PATH", programs.toString(), "CHROMIUM", "none")));
    }

    @Test
    void machine_without_a_browser_is_told_how_to_get_one() {
        assertEquals(Optional.empty(), InstalledBrowser.in(Map.of("PATH", programs.toString())));
        assertEquals(Optional.empty(), InstalledBrowser.in(Map.of()));
        assertTrue(InstalledBrowser.HOW_TO_INSTALL.contains("apt-get install chromium chromium-driver"));
    }

    private Path program(String name) throws IOException {
        Path program = Files.createFile(programs.resolve(name));
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
