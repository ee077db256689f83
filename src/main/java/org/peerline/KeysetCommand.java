package org.peerline;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.keyset.KeysetEnvelope;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.privacy.keyset.Keysets;

/** Makes a keyset, and exchanges its wrapping key while the service runs. */
final class KeysetCommand {
    private KeysetCommand() {}

    /** The exit code: 0 done, 1 could not be done, 2 not understood. */
    static int run(String[] args, Config config) {
        if (args.length == 1) {
            System.out.println(Keysets.generate());
            return 0;
        }
        if (args.length != 3) {
            System.err.println("keyset, or keyset new|add|use|drop FILE");
            return 2;
        }
        try {
            return run(args[1], new KeysetFile(Path.of(args[2]), new KeysetEnvelope(config)));
        } catch (IOException unreadable) {
            System.err.println("The file " + args[2] + " cannot be read or written.");
        } catch (IllegalArgumentException notAKeyset) {
            System.err.println("The file " + args[2] + " does not hold a keyset.");
        } catch (StartupRefused refused) {
            System.err.println(refused.getMessage());
        }
        return 1;
    }

    private static int run(String step, KeysetFile file) throws IOException {
        switch (step) {
            case "new" -> file.create(Keysets.generate());
            case "add" -> file.change(Keysets::withNewKey);
            case "use" -> {
                if (Keysets.wrappingKeys(file.read()) < 2) {
                    System.err.println("There is no new key yet: 'keyset add' comes first.");
                    return 1;
                }
                file.change(Keysets::withNewestInUse);
            }
            case "drop" -> file.change(Keysets::withoutFormerKeys);
            default -> {
                System.err.println("keyset, or keyset new|add|use|drop FILE");
                return 2;
            }
        }
        System.out.println("Done. The former file is kept beside it, with .former behind its name.");
        return 0;
    }
}
