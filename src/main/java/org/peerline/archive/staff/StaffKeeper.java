package org.peerline.archive.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerline.audit.Actor;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.ServiceColumn;

/** Accounts of staff: under retention like everything else, and no part of a requester's or a peer's copy. */
@ApplicationScoped
class StaffKeeper implements PersonalDataKeeper {
    @Override
    public String heading() {
        return "Accounts of staff";
    }

    /** Nothing about requesters and peers: staff have a door of their own. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public int place() {
        return 89;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return List.of();
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of();
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(ServiceColumn.of("staff_account", "account", StaffRecords.PURPOSE));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.removes(
                RetentionClass.STAFF, "staff_accounts", "staff_account", "t.last_seen_at < :before"));
    }
}
