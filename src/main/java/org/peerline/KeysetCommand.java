package org.peerline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;
import org.peerline.core.StartupRefused;
import org.peerline.embedded.GeneratedKeys;
import org.peerline.privacy.keyset.KeysetEnvelope;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.privacy.keyset.Keysets;

/** Makes a keyset, and exchanges its wrapping key while the service runs. */
final class KeysetCommand {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_PAUSES = 360;

    private KeysetCommand() {}

    /** The exit code: 0 done, 1 could not be done, 2 not understood. */
    static int run(String[] args, Config config) {
        if (args.length == 1) {
            System.out.println(Keysets.generate());
            return 0;
        }
        if (args.length != 3) {
            System.err.println("keyset, or keyset new|exchange|add|use|drop FILE");
            return 2;
        }
        try {
            var file = new KeysetFile(Path.of(args[2]), new KeysetEnvelope(config));
            return args[1].equals("exchange") ? exchange(file, config) : run(args[1], file);
        } catch (IOException unreadable) {
            System.err.println("The file " + args[2] + " cannot be read or written.");
        } catch (IllegalArgumentException notAKeyset) {
            System.err.println("The file " + args[2] + " does not hold a keyset.");
        } catch (StartupRefused | ExchangeKeys.Stuck refused) {
            System.err.println(refused.getMessage());
        }
        return 1;
    }

    /** Asks the copy on this machine how far it is. */
    private static int exchange(KeysetFile file, Config config) throws IOException {
        String adminKey = config.getOptionalValue("peerline.admin-key", String.class)
                .or(() -> GeneratedKeys.kept(config))
                .orElseThrow(() -> new StartupRefused("PEERLINE_ADMIN_KEY is needed to ask the running service."));
        var done = new ExchangeKeys(
                        file,
                        RunningCopy.address(config),
                        adminKey,
                        () -> LockSupport.parkNanos(PAUSE.toNanos()),
                        MOST_PAUSES)
                .run();
        System.out.printf(
                "Key %d is in use. Destroyed: %s. Erasures that no back-up can undo any more: %d.%n"
                        + "Destroy every other copy of the former keyset: as long as one exists, back-ups from before can"
                        + " be read with it.%n",
                done.keyInUse(), done.destroyed(), done.erasures());
        return 0;
    }

    private static int run(String step, KeysetFile file) throws IOException {
        switch (step) {
            case "new" -> file.create(Keysets.generate());
            case "add" -> file.change(Keysets::withNewKey);
            case "use" -> {
                if (Keysets.wrappingKeys(file.read()).size() < 2) {
                    System.err.println("There is no new key yet: 'keyset add' comes first.");
                    return 1;
                }
                file.change(Keysets::withNewestInUse);
            }
            case "drop" -> file.change(Keysets::withoutFormerKeys);
            default -> {
                System.err.println("keyset, or keyset new|exchange|add|use|drop FILE");
                return 2;
            }
        }
        System.out.println("Done. The former file is kept beside it, with .former behind its name."
                + (step.equals("drop") ? " Destroy it: with it, back-ups from before can still be read." : ""));
        return 0;
    }
}
