package org.peerline.archive.encryption;

import java.util.List;

/**
 * A column with keys of the blind index.
 *
 * @param many whether each row has a list of them
 * @param prefix what stands in front of a key
 */
record IndexColumn(String table, String column, boolean many, String prefix) {
    /** All of them; a test reads the schema for others. */
    static final List<IndexColumn> ALL = List.of(
            one("assignment", "first_name_key"),
            one("automatic_answer", "number_key"),
            one("employer_alias", "alias_key"),
            one("employer_alias", "employer_key"),
            one("inbound_text", "provider_key"),
            one("inbound_text", "conversation_key"),
            one("intake", "number_key"),
            one("message", "to_key"),
            new IndexColumn("message", "provider_id", false, "k:"),
            new IndexColumn("delivery_report", "provider_id", false, "k:"),
            one("never_again", "number_key"),
            one("never_again", "identity_key"),
            one("opt_in", "number_key"),
            one("opt_out", "number_key"),
            one("peer", "mobile_key"),
            one("peer", "gmc_key"),
            many("peer", "employer_keys"),
            many("peer", "name_keys"),
            many("peer", "avoid_name_keys"),
            many("peer", "avoid_employer_keys"),
            one("question", "number_key"),
            one("rate_limit", "key"),
            one("relay_place", "number_key"),
            one("requester", "number_key"),
            one("requester", "identity_key"),
            many("requester", "employer_keys"),
            many("requester", "name_keys"),
            many("requester", "known_as_keys"),
            one("sign_in_code", "number_index"),
            one("support_request", "number_key"),
            many("support_request", "avoid_employer_keys"),
            many("support_request", "avoid_name_keys"));

    /** What a key looks like; what stands in place of one that is gone does not. */
    private static final String KEY = "'^[A-Za-z0-9_-]{22}$'";

    private static IndexColumn one(String table, String column) {
        return new IndexColumn(table, column, false, "");
    }

    private static IndexColumn many(String table, String column) {
        return new IndexColumn(table, column, true, "");
    }

    /** The statement that notes its keys. */
    String collecting() {
        String keys = many
                ? "select unnest(" + column + ") as key from " + table
                : "select substr(" + column + ", " + (prefix.length() + 1) + ") as key from " + table + " where "
                        + column + " like '" + prefix + "%'";
        return "insert into rekeyed (former) select distinct key from (" + keys + ") keys where key ~ " + KEY
                + " on conflict do nothing";
    }

    /** The statement that puts the next ones in their place. */
    String replacing() {
        if (many) {
            return "update %1$s t set %2$s = (select coalesce(array_agg(coalesce(r.next, k.key) order by k.at), '{}')"
                            .formatted(table, column)
                    + " from unnest(t.%1$s) with ordinality k (key, at) left join rekeyed r on r.former = k.key)"
                            .formatted(column)
                    + " where cardinality(t." + column + ") > 0";
        }
        return "update %1$s t set %2$s = '%3$s' || r.next from rekeyed r where t.%2$s = '%3$s' || r.former"
                .formatted(table, column, prefix);
    }
}
