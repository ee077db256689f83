package org.peerline.access.oidc;

import org.peerline.access.Caller;

/** What became of somebody who was sent to the identity provider and has come back. */
public sealed interface Arrival {
    /** Vouched for, with at least one role here. */
    record SignedIn(Caller caller) implements Arrival {}

    /** Vouched for, but none of their groups has a role here. */
    record WithoutRole() implements Arrival {}

    /** They, or the provider, said no. */
    record Refused() implements Arrival {}

    /** Not the end of what this browser began, or too late, or not to be believed: to be begun anew. */
    record Unfinished() implements Arrival {}
}
