package org.peerline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.privacy.keyset.Keysets;

/**
 * The whole exchange of the wrapping key in one go, while the service runs: a new key is added, used, everything is
 * wrapped with it, and the former keys are destroyed, in the file and beside it. No step is taken before the running
 * service says that the one before has been taken by it; run again after an interruption, it goes on.
 */
final class ExchangeKeys {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeysetFile file;
    private final URI encryption;
    private final String adminKey;
    private final Pause pause;
    private final int mostPauses;

    /** Lets some seconds pass. */
    interface Pause {
        void now();
    }

    /** It cannot go on; what has been done so far harms nothing. */
    static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String why) {
            super(why);
        }
    }

    /**
     * What was done.
     *
     * @param erasures which can no longer be undone by a back-up from before
     */
    record Receipt(int keyInUse, List<Integer> destroyed, long erasures) {}

    ExchangeKeys(KeysetFile file, URI service, String adminKey, Pause pause, int mostPauses) {
        this.file = file;
        this.encryption = service.resolve("/v1/encryption");
        this.adminKey = adminKey;
        this.pause = pause;
        this.mostPauses = mostPauses;
    }

    Receipt run() throws IOException {
        JsonNode before = asked();
        if (Keysets.wrappingKeys(file.read()).size() < 2) {
            file.change(Keysets::withNewKey);
        }
        List<Integer> known = Keysets.wrappingKeys(file.read());
        int next = known.get(known.size() - 1);
        until("does not know the new key: is this the file that it reads?", now -> ids(now).contains(next));
        everyCopyLooks();
        file.change(Keysets::withNewestInUse);
        until("does not use the new key", now -> now.path("wrappingKeyId").asInt() == next);
        everyCopyLooks();
        until(
                "still needs a former key",
                now -> now.path("wrappingKeyId").asInt() == next
                        && now.path("left").asLong() == 0);
        file.change(Keysets::withoutFormerKeys);
        file.destroyFormer();
        until("still has a former key", now -> ids(now).equals(List.of(next)));
        everyCopyLooks();
        var destroyed = new ArrayList<>(known);
        destroyed.remove(Integer.valueOf(next));
        return new Receipt(
                next,
                destroyed,
                before.path("erasuresInBackUps").asLong()
                        - asked().path("erasuresInBackUps").asLong());
    }

    /** Another copy may answer next time; each reads the file again within ten seconds. */
    private void everyCopyLooks() {
        for (int i = 0; i < 3; i++) {
            pause.now();
        }
    }

    private void until(String otherwise, Predicate<JsonNode> reached) {
        for (int pauses = 0; !reached.test(asked()); pauses++) {
            if (pauses == mostPauses) {
                throw new Stuck("The running service " + otherwise);
            }
            pause.now();
        }
    }

    private static List<Integer> ids(JsonNode now) {
        var ids = new ArrayList<Integer>();
        now.path("wrappingKeyIds").forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    private JsonNode asked() {
        var question = HttpRequest.newBuilder(encryption).header("Authorization", "Bearer " + adminKey);
        try {
            var answer = RunningCopy.answer(question, PATIENCE);
            if (answer.statusCode() != 200) {
                throw new Stuck("The running service answers " + answer.statusCode() + " to the ADMIN key.");
            }
            return JSON.readTree(answer.body());
        } catch (IOException nobody) {
            throw new Stuck("Nothing answers at " + encryption + "; the service has to run meanwhile.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stuck("Interrupted.");
        }
    }
}
