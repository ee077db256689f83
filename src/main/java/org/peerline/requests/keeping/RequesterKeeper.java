package org.peerline.requests.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.OtherEntry;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.profile.RequesterProfile;

/** What requesters said about themselves. */
@ApplicationScoped
class RequesterKeeper implements PersonalDataKeeper {
    // Whoever returned under another number has returned: the peer they had, and those whom they are never brought
    // together with again, hang on the earlier entry.
    private static final String OUTLIVED = """
            select r.id from requester r
            where r.forgotten_at is null and r.created_at < :before
              and not exists (select 1 from requester o
                              where o.identity_key = r.identity_key
                                and coalesce((select max(coalesce(s.closed_at, 'infinity')) from support_request s
                                              where s.requester_id = o.id), o.created_at) >= :before)
              and not exists (select 1 from assignment pa join legal_hold ph on ph.person_id = pa.peer_id
                              where pa.requester_id = r.id)
            order by r.id limit :most
            """;

    private static final String ALIKE = """
            select o.id, o.created_at, o.identity_key = r.identity_key as same_identity,
                   array(select s.reference from support_request s where s.requester_id = o.id order by s.id) as requests
            from requester r join requester o
                 on o.id <> r.id and (o.identity_key = r.identity_key or o.number_key = r.number_key)
            where r.id = ? and r.forgotten_at is null and o.forgotten_at is null order by o.id
            """;

    // A phone that two people share stays known for the other one.
    private static final String HANDSET = """
            select distinct r.number_key from requester r where r.id = any(:entries) and r.forgotten_at is null
               and not exists (select 1 from requester o where o.number_key = r.number_key and o.id <> all(:entries))
            """;

    // Keys of a row that is left must not find anybody, and must stay unlike each other.
    private static final String FORGET = """
            update requester
            set name = null, contact_number = null, number_key = 'erased:' || id, identity_key = 'erased:' || id,
                address = null, date_of_birth = null, job_role = null, gender = null, ethnicity = null,
                specialty = null, employers = null, employer_keys = '{}', name_keys = '{}', known_as_keys = '{}',
                region = null,
                age_band = null, neutral_wording = false, language = 'en', forgotten_at = :now, version = version + 1
            where id = :id and forgotten_at is null
            """;

    private final Jdbi jdbi;
    private final Requesters requesters;
    private final Reduction reduction;
    private final TimeSource time;

    RequesterKeeper(Jdbi jdbi, Requesters requesters, Reduction reduction, TimeSource time) {
        this.jdbi = jdbi;
        this.requesters = requesters;
        this.reduction = reduction;
        this.time = time;
    }

    @Override
    public String heading() {
        return "What you told us about yourself";
    }

    @Override
    public Set<String> tables() {
        return Set.of("requester", "reduced_record");
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public boolean knows(Subject person) {
        // Not the entity: one that was read before another erasure is not the one that is there after it.
        return person.kind() == Subject.Kind.REQUESTER
                && jdbi.withHandle(handle -> handle.select(
                                "select 1 from requester where id = ? and forgotten_at is null", person.id())
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent());
    }

    @Override
    public Set<String> handsetsOf(Collection<UUID> entries) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(HANDSET)
                .bind("entries", entries.toArray(UUID[]::new))
                .mapTo(String.class)
                .list()));
    }

    @Override
    public List<OtherEntry> alike(Subject person) {
        return jdbi.withHandle(handle -> handle.select(ALIKE, person.id())
                .map((row, context) -> new OtherEntry(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("same_identity")
                                ? OtherEntry.Likeness.SAME_NAME_AND_BIRTH_DATE
                                : OtherEntry.Likeness.SAME_NUMBER,
                        List.of((String[]) row.getArray("requests").getArray())))
                .list());
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return requesters.findByIdOptional(person.id()).filter(found -> !found.isForgotten()).stream()
                .map(this::record)
                .toList();
    }

    private HeldRecord record(Requester requester) {
        RequesterProfile said = requesters.profile(requester);
        var reduced = reduction.of(requester.id());
        var record = new HeldRecord()
                .with("name", said.name())
                .with("contact number", said.contactNumber().e164())
                .with("date of birth", said.dateOfBirth())
                .with("job role", said.jobRole());
        if (said.address() != null) {
            record.with("address, first line", said.address().line1())
                    .with("address, second line", said.address().line2())
                    .with("town", said.address().town())
                    .with("postcode", said.address().postcode());
        }
        return record.with("region", reduced.region())
                .with("age band", reduced.ageBand())
                .withCode("gender", said.gender() == null ? null : said.gender().name())
                .withCode("ethnicity", said.ethnicity())
                .with("specialty", said.specialty())
                .with("employers", said.employers())
                .with("neutral wording", said.neutralWording())
                .with("language", said.language())
                .with("first here", requester.createdAt());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        if (!person.isRequester()) {
            return Map.of();
        }
        reduction.leaveRecord(person.id());
        return Map.of(
                "requester",
                jdbi.withHandle(handle -> handle.createUpdate(FORGET)
                        .bind("now", time.now())
                        .bind("id", person.id())
                        .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(reduction.duty());
    }

    @Override
    public List<Subject> outlived(Instant before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OUTLIVED)
                .bind("before", before)
                .bind("most", most)
                .mapTo(UUID.class)
                .map(id -> Subject.of(Subject.Kind.REQUESTER, id))
                .list());
    }
}
