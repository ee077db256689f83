package org.peerline.requests.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.requests.Requesters;
import org.peerline.requests.profile.Address;

/**
 * Reduces address and date of birth to a region and an age band. Both stay sealed with the person's key while there is
 * one; when the person is forgotten, the two words are all that is left, beside nothing that tells whose they were.
 */
@ApplicationScoped
class Reduction {
    private static final SealedField REGION = new SealedField("requester", "region");
    private static final SealedField AGE_BAND = new SealedField("requester", "age_band");

    private static final String DUE = """
             from requester r
            where r.address is not null
              and coalesce((select max(coalesce(s.closed_at, 'infinity')) from support_request s
                            where s.requester_id = r.id), r.created_at) < :before
              and not exists (select 1 from assignment pa join legal_hold ph on ph.person_id = pa.peer_id
                              where pa.requester_id = r.id)
              and not\s""" + RetentionDuty.HELD.formatted("r.id");

    private final Jdbi jdbi;
    private final Requesters requesters;
    private final Vault vault;
    private final TimeSource time;
    private final ZoneId zone;

    Reduction(
            Jdbi jdbi,
            Requesters requesters,
            Vault vault,
            TimeSource time,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.requesters = requesters;
        this.vault = vault;
        this.time = time;
        this.zone = zone;
    }

    /** Each may be null. */
    record Reduced(String region, String ageBand) {
        @Override
        public String toString() {
            return "Reduced";
        }
    }

    RetentionDuty duty() {
        return new Duty();
    }

    /** What has been reduced already. */
    Reduced of(UUID requester) {
        return jdbi.withHandle(handle -> handle.select("select region, age_band from requester where id = ?", requester)
                .map((row, context) -> opened(requester, row))
                .one());
    }

    /** Keeps the two words apart from the person, who is about to be forgotten. */
    void leaveRecord(UUID requester) {
        var found = requesters.findById(requester);
        if (found == null || found.isForgotten()) {
            return;
        }
        var profile = requesters.profile(found);
        Reduced reduced = profile.address() == null ? of(requester) : reduce(profile.address(), profile.dateOfBirth());
        jdbi.useHandle(handle -> handle.execute(
                "insert into reduced_record (requester_id, region, age_band, made_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                requester,
                reduced.region(),
                reduced.ageBand(),
                time.now()));
    }

    private Reduced opened(UUID requester, ResultSet row) throws SQLException {
        return new Reduced(
                vault.open(requester, REGION, requester, row.getBytes("region")),
                vault.open(requester, AGE_BAND, requester, row.getBytes("age_band")));
    }

    private Reduced reduce(Address address, LocalDate dateOfBirth) {
        LocalDate today = time.now().atZone(zone).toLocalDate();
        return new Reduced(UkRegion.of(address.postcode()), AgeBand.of(dateOfBirth, today));
    }

    private final class Duty implements RetentionDuty {
        @Override
        public RetentionClass of() {
            return RetentionClass.DETAILS;
        }

        @Override
        public String name() {
            return "addresses_and_birth_dates_reduced";
        }

        @Override
        public int sweep(Handle handle, Instant before, int most) {
            List<UUID> due = handle.createQuery(
                            "select r.id" + DUE + " order by r.id limit :most for update of r skip locked")
                    .bind("before", before)
                    .bind("most", most)
                    .mapTo(UUID.class)
                    .list();
            vault.prepare(due);
            due.forEach(requester -> reduce(handle, requester));
            return due.size();
        }

        private void reduce(Handle handle, UUID requester) {
            var profile = requesters.profile(requesters.findById(requester));
            Reduced reduced = Reduction.this.reduce(profile.address(), profile.dateOfBirth());
            handle.execute(
                    "update requester set address = null, date_of_birth = null, region = ?, age_band = ?,"
                            + " version = version + 1 where id = ?",
                    vault.seal(requester, REGION, requester, reduced.region()),
                    vault.seal(requester, AGE_BAND, requester, reduced.ageBand()),
                    requester);
        }
    }
}
