package org.peerline.matching;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.matching.Candidate.Standing;

/** Candidates to begin with: eligible, and nothing special about them. */
final class Candidates {
    private Candidates() {}

    static Builder peer(int number) {
        return new Builder(new UUID(0, number));
    }

    /** Changes one thing of an ordinary candidate. */
    static final class Builder {
        private final UUID id;
        private Standing standing = Standing.TAKING_PART;
        private int open;
        private int capacity = 3;
        private int inWindow;
        private int monthlyCap = 10;
        private String numberKey = "peer-number";
        private Set<String> employers = Set.of();
        private Set<String> names = Set.of();
        private Set<String> avoidNames = Set.of();
        private Set<String> avoidEmployers = Set.of();
        private String specialty;
        private String gender;
        private boolean earlier;
        private boolean availableNow = true;
        private boolean neverAgain;
        private Instant lastAssigned;

        private Builder(UUID id) {
            this.id = id;
        }

        Builder standing(Standing now) {
            standing = now;
            return this;
        }

        Builder load(int openNow, int of) {
            open = openNow;
            capacity = of;
            return this;
        }

        Builder inWindow(int assigned, int cap) {
            inWindow = assigned;
            monthlyCap = cap;
            return this;
        }

        Builder numberKey(String key) {
            numberKey = key;
            return this;
        }

        Builder employers(String... keys) {
            employers = Set.of(keys);
            return this;
        }

        Builder names(String... keys) {
            names = Set.of(keys);
            return this;
        }

        Builder avoidNames(String... keys) {
            avoidNames = Set.of(keys);
            return this;
        }

        Builder avoidEmployers(String... keys) {
            avoidEmployers = Set.of(keys);
            return this;
        }

        Builder specialty(String of) {
            specialty = of;
            return this;
        }

        Builder gender(String of) {
            gender = of;
            return this;
        }

        Builder earlier() {
            earlier = true;
            return this;
        }

        Builder later() {
            availableNow = false;
            return this;
        }

        Builder neverAgain() {
            neverAgain = true;
            return this;
        }

        Builder lastAssigned(String at) {
            lastAssigned = Instant.parse(at);
            return this;
        }

        Candidate get() {
            return new Candidate(
                    id,
                    standing,
                    open,
                    capacity,
                    inWindow,
                    monthlyCap,
                    numberKey,
                    employers,
                    names,
                    avoidNames,
                    avoidEmployers,
                    specialty,
                    gender,
                    earlier,
                    availableNow,
                    neverAgain,
                    Optional.ofNullable(lastAssigned));
        }
    }
}
