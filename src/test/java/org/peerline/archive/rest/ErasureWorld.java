package org.peerline.archive.rest;

import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.privacy.BlindIndex;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** For tests of erasure: a peer and a requester who talk, and everything that the database holds. */
abstract class ErasureWorld extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    BlindIndex blindIndex;

    String peer;
    Phone sam;
    Phone amara;

    @BeforeEach
    void a_peer() {
        sam = sam();
        amara = amara();
        peer = programme.peer(Samples.amara()).toString();
    }

    void erase(String path) {
        ApiKeys.asAdmin()
                .delete(path + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .body("removed.data_key", equalTo(1));
    }

    String talking() {
        var sent = Samples.sam();
        sent.put("employers", List.of("Bradford Royal Infirmary"));
        sent.put("avoid", Map.of("names", List.of("Peter Jones")));
        String requester = opens(sent).getString("requester.id");
        sam.receives("Amara");
        sam.replies("Hello Amara, things are hard at work");
        amara.receives("things are hard");
        amara.replies("I am glad you wrote");
        programme.settle();
        return requester;
    }

    long count(String query) {
        return jdbi.withHandle(handle -> handle.select(query).mapTo(Long.class).one());
    }

    String dump() {
        return jdbi.withHandle(handle -> {
            var all = new StringBuilder();
            handle.select("select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .forEach(table -> handle.select("select t::text from " + table + " t")
                            .mapTo(String.class)
                            .forEach(row -> all.append(row).append('\n')));
            return all.toString();
        });
    }
}
