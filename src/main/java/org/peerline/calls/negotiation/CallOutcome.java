package org.peerline.calls.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step in the calls of an assignment came to. */
public sealed interface CallOutcome {

    /** The call that the step was about; empty where there is none. */
    Optional<Call> about();

    /** Every call that the step has changed or made. */
    List<Call> changed();

    /**
     * A time is suggested and waits for the other side.
     *
     * @param instead the proposal whose place it takes: the same side's own, or the other side's, which is so countered
     * @param moves the agreed call whose place it takes once it is agreed
     */
    record Proposed(Call call, Optional<Call> instead, Optional<Call> moves) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return Stream.concat(Stream.of(call), instead.stream()).toList();
        }

        /** Whether the other side's picture is the same but for the time: they answer one thing, not two. */
        public boolean onlyTheTimeChanges() {
            return instead.isPresent() && instead.get().replaces().equals(call.replaces());
        }
    }

    /**
     * Both have said yes.
     *
     * @param moved the agreed call that it took the place of
     */
    record Agreed(Call call, Optional<Call> moved) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return Stream.concat(Stream.of(call), moved.stream()).toList();
        }
    }

    /** @param stays the agreed call that would have been moved */
    record Declined(Call call, Optional<Call> stays) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return List.of(call);
        }
    }

    /** A proposal is taken back by its own side. */
    record Withdrawn(Call call, Optional<Call> stays) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return List.of(call);
        }
    }

    /**
     * An agreed call is off.
     *
     * @param along the proposal to move it, which has nothing left to move
     */
    record CalledOff(Call call, Optional<Call> along) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return Stream.concat(Stream.of(call), along.stream()).toList();
        }
    }

    /** A proposal's own time came before its answer. */
    record Lapsed(Call call, Optional<Call> stays) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return List.of(call);
        }
    }

    /** It is on record whether a call took place. */
    record Reported(Call call, boolean held) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return List.of(call);
        }
    }

    /** It is on record whether another call would help. */
    record FurtherCallNoted(Call call, boolean wouldHelp) implements CallOutcome {
        @Override
        public Optional<Call> about() {
            return Optional.of(call);
        }

        @Override
        public List<Call> changed() {
            return List.of(call);
        }
    }

    /** Nothing has changed. */
    record Refused(CallRefusal why, Optional<Call> about) implements CallOutcome {
        @Override
        public List<Call> changed() {
            return List.of();
        }

        public static Refused of(CallRefusal why, Call about) {
            return new Refused(why, Optional.of(about));
        }

        public static Refused of(CallRefusal why) {
            return new Refused(why, Optional.empty());
        }
    }
}
