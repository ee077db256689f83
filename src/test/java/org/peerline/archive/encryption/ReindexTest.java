package org.peerline.archive.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.IndexKeys;
import org.peerline.privacy.MasterKeys;
import org.peerline.privacy.keyset.Keysets;

/** The index key is exchanged while nobody runs: whoever was found by the former is found by the new one. */
class ReindexTest {
    /** They look like keys of the blind index and are none. */
    private static final Set<String> NO_KEYS = Set.of("peer.specialty_key", "erasure.wrapping_keys");

    private EmbeddedPostgres server;
    private Connection connection;
    private Jdbi jdbi;
    private String keyset;

    @BeforeEach
    void database() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        connection = server.getPostgresDatabase().getConnection();
        jdbi = Jdbi.create(connection).registerArrayType(String.class, "text");
        keyset = MasterKeys.generate();
        jdbi.useHandle(handle -> handle.execute("insert into index_proof (id, proof) values (1, ?)", keys().proof()));
    }

    @AfterEach
    void gone() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    private IndexKeys keys() {
        return MasterKeys.parse(keyset).index();
    }

    /** As the blind index computes one. */
    private String key(int number) {
        // What matters is that it is what the present keys give, over whatever the first gives.
        return keys().over("A".repeat(20) + (10 + number), 1);
    }

    private void peopleWith(String handset, String other) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into opt_out (number_key, since, via) values (?, now(), 'TEXT')", handset);
            handle.execute(
                    "insert into inbound_text (provider_key, received_at, late) values (?, now(), false)", other);
            handle.execute(
                    "insert into requester (id, version, created_at, number_key, identity_key, employer_keys, name_keys,"
                            + " neutral_wording, language) values (gen_random_uuid(), 0, now(), ?, ?, '{}', ?, false, 'en')",
                    handset,
                    "erased:somebody",
                    new String[] {other, handset});
            handle.execute("insert into rate_limit (name, key, whole_at) values ('CODES', ?, now())", handset);
            handle.execute("insert into rate_limit (name, key, whole_at) values ('CODES',"
                    + " '0199a0b1-7c00-7000-8000-00000000dead', now())");
            handle.execute(
                    "insert into delivery_report (id, provider_id, status, received_at)"
                            + " values (gen_random_uuid(), ?, 'SENT', now())",
                    "k:" + other);
        });
    }

    private String one(String query) {
        return jdbi.withHandle(
                handle -> handle.select(query).mapTo(String.class).one());
    }

    @Test
    void every_key_is_hashed_once_more_also_where_nothing_but_the_hash_is_left() {
        String handset = key(1);
        String other = key(2);
        peopleWith(handset, other);

        keyset = Keysets.withNewIndexKey(keyset);
        assertTrue(new Reindex(jdbi).isDue(keys()));
        assertEquals(2, new Reindex(jdbi).run(keys()));

        assertNotEquals(handset, key(1));
        assertEquals(key(1), one("select number_key from opt_out"));
        assertEquals(key(2), one("select provider_key from inbound_text"));
        assertEquals(key(1), one("select number_key from requester"));
        assertEquals("erased:somebody", one("select identity_key from requester"));
        assertEquals(key(2) + "," + key(1), one("select array_to_string(name_keys, ',') from requester"));
        assertEquals("", one("select array_to_string(employer_keys, ',') from requester"));
        assertEquals("k:" + key(2), one("select provider_id from delivery_report"));
        assertEquals(
                "0199a0b1-7c00-7000-8000-00000000dead," + key(1),
                one("select string_agg(key, ',' order by length(key) desc) from rate_limit"));
        assertFalse(new Reindex(jdbi).isDue(keys()));
    }

    @Test
    void it_can_be_done_again_and_again() {
        peopleWith(key(1), key(2));
        for (int i = 0; i < 3; i++) {
            keyset = Keysets.withNewIndexKey(keyset);
            new Reindex(jdbi).run(keys());
        }
        assertEquals(key(1), one("select number_key from opt_out"));
        assertEquals(0, new Reindex(jdbi).run(keys()), "nothing new");
    }

    @Test
    void two_new_keys_are_caught_up_with_at_once() {
        peopleWith(key(1), key(2));
        keyset = Keysets.withNewIndexKey(Keysets.withNewIndexKey(keyset));

        new Reindex(jdbi).run(keys());

        assertEquals(key(1), one("select number_key from opt_out"));
    }

    @Test
    void whoever_has_the_former_key_and_not_the_new_one_finds_nobody() {
        String handset = key(1);
        peopleWith(handset, key(2));

        keyset = Keysets.withNewIndexKey(keyset);
        new Reindex(jdbi).run(keys());

        assertEquals("0", one("select count(*)::text from opt_out where number_key = '" + handset + "'"));
    }

    @Test
    void keyset_of_another_database_changes_nothing() {
        peopleWith(key(1), key(2));
        String before = one("select number_key from opt_out");
        IndexKeys others = MasterKeys.parse(MasterKeys.generate()).index();

        assertThrows(StartupRefused.class, () -> new Reindex(jdbi).run(others));

        assertEquals(before, one("select number_key from opt_out"));
    }

    @Test
    void nothing_is_done_while_somebody_is_connected() throws SQLException {
        keyset = Keysets.withNewIndexKey(keyset);
        try (Connection copy = server.getPostgresDatabase().getConnection()) {
            copy.createStatement().execute("select 1");
            var refused = assertThrows(StartupRefused.class, () -> new Reindex(jdbi).run(keys()));
            assertTrue(refused.getMessage().contains("stop every copy"), refused.getMessage());
        }
    }

    @Test
    void no_column_with_keys_is_forgotten() {
        Set<String> listed = IndexColumn.ALL.stream()
                .map(column -> column.table() + "." + column.column())
                .collect(Collectors.toCollection(TreeSet::new));
        var there = new TreeSet<String>();
        jdbi.useHandle(handle -> handle.select("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type in ('text', 'ARRAY')"
                        + " and (column_name ~ '(^|_)keys?$' or column_name in ('number_index', 'provider_id'))")
                .mapTo(String.class)
                .forEach(there::add));
        there.removeAll(NO_KEYS);

        assertEquals(there, listed);
    }
}
