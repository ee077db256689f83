package org.peerline.assignments.choosing;

import java.util.ArrayList;
import java.util.List;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;

/**
 * What weighs more than how busy somebody is, as groups of peers, best first: the earlier peer, wishes met, available now.
 * Within a group an index gives the least busy first. One group can have several parts that weigh the same.
 */
final class Tiers {
    // Nearly everybody's hours are meant by one clock; it is read once and not for each of them.
    private static final String NOW = """
            (p.minutes_offered is null or p.minutes_offered @> case when p.time_zone = :ukZone then :ukMinute else (
                (extract(isodow from cast(:now as timestamptz) at time zone p.time_zone) - 1) * 1440
                + extract(hour from cast(:now as timestamptz) at time zone p.time_zone) * 60
                + extract(minute from cast(:now as timestamptz) at time zone p.time_zone))::int end)""";

    private Tiers() {}

    static List<List<String>> of(Search search) {
        var tiers = new ArrayList<List<String>>();
        Need need = search.need();
        if (need.made(Wish.SAME_PEER) && !search.earlier().isEmpty()) {
            tiers.add(List.of("p.id = any(:earlier)"));
            if (need.insists(Wish.SAME_PEER)) {
                return tiers;
            }
        }
        if (need.wishes().newPeer() && !search.earlier().isEmpty()) {
            tiers.addAll(byWishes(need, " and p.id <> all(:earlier)"));
            tiers.addAll(byWishes(need, " and p.id = any(:earlier)"));
        } else {
            tiers.addAll(byWishes(need, ""));
        }
        return tiers;
    }

    private static List<List<String>> byWishes(Need need, String among) {
        var tiers = new ArrayList<List<String>>();
        for (List<String> wished : wishes(need)) {
            tiers.add(wished.stream().map(part -> part + " and " + NOW + among).toList());
            tiers.add(wished.stream()
                    .map(part -> part + " and not " + NOW + among)
                    .toList());
        }
        return tiers;
    }

    private static List<List<String>> wishes(Need need) {
        boolean specialty = need.made(Wish.SPECIALTY) && !need.insists(Wish.SPECIALTY);
        boolean gender = need.made(Wish.GENDER) && !need.insists(Wish.GENDER);
        String s = Conditions.OF_SPECIALTY;
        String noS = "p.specialty_key is distinct from lower(:specialty)";
        String g = Conditions.OF_GENDER;
        String noG = "p.gender is distinct from :gender";
        if (specialty && gender) {
            return List.of(
                    List.of(s + " and " + g),
                    List.of(s + " and " + noG, noS + " and " + g),
                    List.of(noS + " and " + noG));
        }
        if (specialty || gender) {
            return List.of(List.of(specialty ? s : g), List.of(specialty ? noS : noG));
        }
        return List.of(List.of("true"));
    }
}
