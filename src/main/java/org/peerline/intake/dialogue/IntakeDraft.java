package org.peerline.intake.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.intake.answer.Avoidance;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;

/**
 * What has been answered so far; {@code null} where nothing has. Kept sealed, for a day at most.
 *
 * @param cameBefore the number is known, which nobody is told before name and date of birth say who they are
 * @param known the requester whom it recognised
 * @param earlierPeer their last peer
 * @param samePeer whether they would like that one again; false without having been asked, where that one is not free
 * @param oneName a name of one word, believed when it is sent again
 * @param addressBegun what there is of an address that is not complete
 * @param answered in the order in which it was answered
 */
record IntakeDraft(
        boolean cameBefore,
        UUID known,
        UUID earlierPeer,
        String oneName,
        String name,
        LocalDate born,
        String jobRole,
        String addressBegun,
        Address address,
        Boolean samePeer,
        Avoidance avoid,
        List<IntakeStep> answered) {

    static IntakeDraft empty(boolean cameBefore) {
        return new IntakeDraft(cameBefore, null, null, "", null, null, null, "", null, null, null, List.of());
    }

    /** The first thing that is not known yet; {@code null} when all is. */
    @JsonIgnore
    IntakeStep next() {
        if (name == null) {
            return IntakeStep.NAME;
        }
        if (born == null) {
            return IntakeStep.DATE_OF_BIRTH;
        }
        if (jobRole == null) {
            return IntakeStep.JOB_ROLE;
        }
        if (address == null) {
            return IntakeStep.ADDRESS;
        }
        if (earlierPeer != null && samePeer == null) {
            return IntakeStep.SAME_OR_NEW;
        }
        return avoid == null ? IntakeStep.AVOID : null;
    }

    IntakeDraft named(String fullName) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                "",
                fullName,
                born,
                jobRole,
                addressBegun,
                address,
                samePeer,
                avoid,
                with(IntakeStep.NAME));
    }

    IntakeDraft withOneName(String word) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                word,
                name,
                born,
                jobRole,
                addressBegun,
                address,
                samePeer,
                avoid,
                answered);
    }

    IntakeDraft bornOn(LocalDate day) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                oneName,
                name,
                day,
                jobRole,
                addressBegun,
                address,
                samePeer,
                avoid,
                with(IntakeStep.DATE_OF_BIRTH));
    }

    /** Name, role and address are those of before. Nobody is asked whether they want somebody who is not free. */
    IntakeDraft recognisedAs(UUID requester, RequesterProfile profile, Optional<EarlierPeer.Last> last) {
        return new IntakeDraft(
                cameBefore,
                requester,
                last.map(EarlierPeer.Last::peer).orElse(null),
                oneName,
                profile.name(),
                born,
                profile.jobRole(),
                "",
                profile.address(),
                last.filter(peer -> !peer.free()).isPresent() ? Boolean.FALSE : null,
                avoid,
                answered);
    }

    IntakeDraft workingAs(String role) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                oneName,
                name,
                born,
                role,
                addressBegun,
                address,
                samePeer,
                avoid,
                with(IntakeStep.JOB_ROLE));
    }

    IntakeDraft withAddressBegun(String part) {
        return new IntakeDraft(
                cameBefore, known, earlierPeer, oneName, name, born, jobRole, part, address, samePeer, avoid, answered);
    }

    IntakeDraft livingAt(Address place) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                oneName,
                name,
                born,
                jobRole,
                "",
                place,
                samePeer,
                avoid,
                with(IntakeStep.ADDRESS));
    }

    IntakeDraft choosing(boolean same) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                oneName,
                name,
                born,
                jobRole,
                addressBegun,
                address,
                same,
                avoid,
                with(IntakeStep.SAME_OR_NEW));
    }

    IntakeDraft avoiding(Avoidance whom) {
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                oneName,
                name,
                born,
                jobRole,
                addressBegun,
                address,
                samePeer,
                whom,
                with(IntakeStep.AVOID));
    }

    /** Job role and address are asked for again. */
    IntakeDraft updating() {
        return new IntakeDraft(
                cameBefore, known, earlierPeer, oneName, name, born, null, "", null, samePeer, avoid, answered);
    }

    /** Without its last answer, so that this is asked again; the same when nothing has been answered. */
    IntakeDraft oneBack() {
        if (answered.isEmpty()) {
            return this;
        }
        IntakeStep last = answered.get(answered.size() - 1);
        List<IntakeStep> before = answered.subList(0, answered.size() - 1);
        boolean recognisedAnew = last == IntakeStep.DATE_OF_BIRTH && known != null;
        if (recognisedAnew) {
            return empty(cameBefore);
        }
        return new IntakeDraft(
                cameBefore,
                known,
                earlierPeer,
                "",
                last == IntakeStep.NAME ? null : name,
                last == IntakeStep.DATE_OF_BIRTH ? null : born,
                last == IntakeStep.JOB_ROLE ? null : jobRole,
                "",
                last == IntakeStep.ADDRESS ? null : address,
                last == IntakeStep.SAME_OR_NEW ? null : samePeer,
                last == IntakeStep.AVOID ? null : avoid,
                before);
    }

    /** They had somebody who is not free: they are told so, and not asked. */
    @JsonIgnore
    boolean earlierPeerIsNotFree() {
        return earlierPeer != null && samePeer != null && !answered.contains(IntakeStep.SAME_OR_NEW);
    }

    /** They were asked, and want somebody whom they do not know. */
    @JsonIgnore
    boolean wantsSomebodyNew() {
        return Boolean.FALSE.equals(samePeer) && !earlierPeerIsNotFree();
    }

    private List<IntakeStep> with(IntakeStep step) {
        var more = new ArrayList<>(answered);
        more.remove(step);
        more.add(step);
        return List.copyOf(more);
    }

    @Override
    public String toString() {
        return "IntakeDraft[" + answered + "]";
    }
}
