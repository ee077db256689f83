package org.peerline.testkit;

import java.time.Instant;

/** A text that somebody sent to one of our numbers, as it stands on {@link FakeTwilio}'s books. */
record ListedInbound(String sid, String account, String from, String to, String body, Instant at) {}
